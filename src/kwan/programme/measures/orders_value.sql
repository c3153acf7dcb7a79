-- id: orders.value
-- th: มูลค่าใบสั่งซื้อ
-- en: Value of orders
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'ordered' AS part, satang AS amount
FROM order_line
