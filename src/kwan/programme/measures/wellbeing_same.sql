-- id: wellbeing.same
-- th: คนที่ความสุขเท่าเดิมจากรอบแรกถึงรอบสุดท้าย
-- en: People as happy in the last round as in the first
-- unit: person
-- direction: none
-- over time: last
-- over groups: sum
-- note: the count stands on the first row, so that no row tells whose answer it was
SELECT book, entry, line, 'same' AS part, CASE WHEN place = 1 THEN people ELSE 0 END AS amount
FROM (
  SELECT o.book, o.entry, o.line,
         ROW_NUMBER() OVER (PARTITION BY o.book ORDER BY o.entry, o.line) AS place,
         SUM(CASE WHEN o.round = ends.last_round AND z.score = a.score THEN 1 ELSE 0 END) OVER (PARTITION BY o.book) AS people
  FROM answer o
  JOIN (
    SELECT book, MIN(round) AS first_round, MAX(round) AS last_round FROM answer GROUP BY book
  ) ends ON ends.book = o.book AND ends.first_round < ends.last_round
  JOIN answer a ON a.book = o.book AND a.member = o.member AND a.round = ends.first_round
  JOIN answer z ON z.book = o.book AND z.member = o.member AND z.round = ends.last_round
               AND z.instrument = a.instrument
  WHERE o.round = ends.first_round OR o.round = ends.last_round
) pairs
