SELECT h.book, h.entry, h.line, h.member, d.number AS day, (d.number - d.number % 100) / 100 AS month,
       s.number AS sort, n.number AS satang
FROM kwan_householdpage h
JOIN kwan_seal d ON d.book = h.book AND d.entry = h.entry AND d.field = 'day'
JOIN kwan_seal s ON s.book = h.book AND s.entry = h.entry AND s.field = 'sort'
JOIN kwan_seal n ON n.book = h.book AND n.entry = h.entry AND n.field = 'satang'
WHERE h.what = 'line'
