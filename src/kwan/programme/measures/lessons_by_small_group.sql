-- id: lessons.by_small_group
-- th: บัตรคำของแต่ละกลุ่มย่อย
-- en: Cards by small group
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, small_group AS part, 1 AS amount
FROM note
