-- id: batches.good_by_product
-- th: จำนวนสินค้าดีที่ทำได้ แยกตามสินค้า
-- en: Good pieces made, by product
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, product AS part, good AS amount
FROM batch
