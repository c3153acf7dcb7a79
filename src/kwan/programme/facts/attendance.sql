SELECT t.book, t.entry, t.line, t.member, a.theme, a.day, a.day / 100 AS month
FROM kwan_attendance t
JOIN kwan_activity a ON a.book = t.book AND a.entry = t.entry
