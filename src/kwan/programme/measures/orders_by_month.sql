-- id: orders.by_month
-- th: ใบสั่งซื้อในแต่ละเดือน
-- en: Orders, by month
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, 1 AS amount
FROM order_head
