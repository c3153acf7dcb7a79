-- id: batches.checked
-- th: รอบผลิตที่ตรวจครบทุกข้อ
-- en: Batches with every check done
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'checked' AS part, 1 AS amount
FROM batch
WHERE cap = 1 AND gloves = 1 AND apron = 1 AND clean_place = 1
