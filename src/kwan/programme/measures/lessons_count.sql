-- id: lessons.count
-- th: บัตรคำจากวงสรุปบทเรียน
-- en: Cards from the lessons workshop
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, sort AS part, 1 AS amount
FROM note
