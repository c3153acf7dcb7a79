-- id: orders.due_by_product
-- th: จำนวนสินค้าในใบสั่งซื้อที่ถึงกำหนดส่งแล้ว แยกตามสินค้า
-- en: Pieces in orders due by now, by product
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT l.book, l.entry, l.line, l.product AS part, l.quantity AS amount
FROM order_line l
JOIN order_head h ON h.book = l.book AND h.entry = l.entry
JOIN today t ON t.book = l.book
WHERE h.due IS NULL OR h.due <= t.day
