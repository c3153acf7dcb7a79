SELECT h.book, h.entry, h.line, h.member, COALESCE(t.number, h.day) AS day, COALESCE(d.number, h.entry) AS debt,
       b.number AS balance, COALESCE(c.number, -1) AS cost, COALESCE(s.number, 0) AS since
FROM kwan_householdpage h
JOIN kwan_seal b ON b.book = h.book AND b.entry = h.entry AND b.field = 'balance'
LEFT JOIN kwan_seal d ON d.book = h.book AND d.entry = h.entry AND d.field = 'debt'
LEFT JOIN kwan_seal t ON t.book = h.book AND t.entry = h.entry AND t.field = 'day'
LEFT JOIN kwan_seal c ON c.book = h.book AND c.entry = h.entry AND c.field = 'cost'
LEFT JOIN kwan_seal s ON s.book = h.book AND s.entry = h.entry AND s.field = 'since'
WHERE h.what = 'debt' OR h.what = 'payment'
