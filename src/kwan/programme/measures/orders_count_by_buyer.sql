-- id: orders.count_by_buyer
-- th: ใบสั่งซื้อของลูกค้าแต่ละราย
-- en: Orders, by buyer
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, buyer AS part, 1 AS amount
FROM order_head
