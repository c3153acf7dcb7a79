-- id: orders.count
-- th: ใบสั่งซื้อทั้งหมด
-- en: Orders
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'order' AS part, 1 AS amount
FROM order_head
