-- id: batches.to_order
-- th: รอบผลิตที่ทำตามใบสั่งซื้อ
-- en: Batches made for an order
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'ordered' AS part, 1 AS amount
FROM batch
WHERE for_order IS NOT NULL
