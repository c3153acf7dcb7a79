-- id: batches.by_check
-- th: รอบผลิตที่ทำแต่ละข้อ
-- en: Batches with each check done
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'cap' AS part, cap AS amount
FROM batch
UNION ALL
SELECT book, entry, line, 'gloves' AS part, gloves AS amount
FROM batch
UNION ALL
SELECT book, entry, line, 'apron' AS part, apron AS amount
FROM batch
UNION ALL
SELECT book, entry, line, 'clean' AS part, clean_place AS amount
FROM batch
