SELECT a.book, a.entry, a.line, a.member, a.round, a.instrument, s.number AS score, a.day, a.day / 100 AS month
FROM kwan_wellbeinganswer a
JOIN kwan_seal s ON s.book = a.book AND s.entry = a.entry AND s.field = 'score'
WHERE s.number IS NOT NULL
