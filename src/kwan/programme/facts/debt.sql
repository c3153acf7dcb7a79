SELECT d.book, d.entry, d.line, d.member, d.day, d.day / 100 AS month,
       p.number AS principal, r.number AS rate, i.number AS instalment
FROM kwan_debt d
LEFT JOIN kwan_seal p ON p.book = d.book AND p.entry = d.entry AND p.field = 'principal'
LEFT JOIN kwan_seal r ON r.book = d.book AND r.entry = d.entry AND r.field = 'rate'
LEFT JOIN kwan_seal i ON i.book = d.book AND i.entry = d.entry AND i.field = 'instalment'
WHERE EXISTS (SELECT 1 FROM kwan_seal s WHERE s.book = d.book AND s.entry = d.entry)
