SELECT t.book, t.entry, t.line, t.quantity AS satang, e.day, e.day / 100 AS month
FROM kwan_transfer t
JOIN kwan_account s ON s.book = t.book AND s.number = t.source
JOIN kwan_account g ON g.book = t.book AND g.number = t.target
JOIN kwan_entry e ON e.book = t.book AND e.number = t.entry
WHERE t.commodity = 'THB'
  AND ((s.kind = 'owed' AND g.code = 'not-in-the-books')
       OR (s.code = 'not-in-the-books' AND g.kind = 'held'
           AND NOT EXISTS (
             SELECT 1
             FROM kwan_transfer o
             JOIN kwan_account p ON p.book = o.book AND p.number = o.source AND p.kind = 'owed'
             JOIN kwan_account w ON w.book = o.book AND w.number = o.target AND w.code = 'not-in-the-books'
             WHERE o.book = t.book AND o.entry = t.entry)))
