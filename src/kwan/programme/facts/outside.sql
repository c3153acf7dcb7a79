SELECT t.book, t.entry, t.line, t.quantity AS satang, e.day, e.day / 100 AS month
FROM kwan_transfer t
JOIN kwan_account a ON a.book = t.book AND a.code = 'not-in-the-books' AND a.commodity = 'THB' AND a.number IN (t.source, t.target)
JOIN kwan_entry e ON e.book = t.book AND e.number = t.entry
