SELECT g.book, g.entry, g.line, g.member, g.purpose, 1 AS given, g.version, g.day, g.day / 100 AS month
FROM kwan_consentgiven g
UNION ALL
SELECT w.book, w.entry, w.line, w.member, w.purpose, 0 AS given, NULL AS version, w.day, w.day / 100 AS month
FROM kwan_consentwithdrawn w
