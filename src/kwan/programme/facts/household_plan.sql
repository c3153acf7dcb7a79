SELECT h.book, h.entry, h.line, h.member, h.day, r.number AS route, COALESCE(x.number, 0) AS extra
FROM kwan_householdpage h
JOIN kwan_seal r ON r.book = h.book AND r.entry = h.entry AND r.field = 'route'
LEFT JOIN kwan_seal x ON x.book = h.book AND x.entry = h.entry AND x.field = 'extra'
WHERE h.what = 'plan'
