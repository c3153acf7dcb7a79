-- id: batches.count
-- th: รอบผลิตทั้งหมด
-- en: Batches made
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'batch' AS part, 1 AS amount
FROM batch
