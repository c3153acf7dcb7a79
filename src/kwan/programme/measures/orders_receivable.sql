-- id: orders.receivable
-- th: เงินค่าสินค้าที่ลูกค้ายังค้างจ่าย
-- en: Still owed by buyers
-- unit: satang
-- direction: down
-- over time: last
-- over groups: sum
SELECT o.book, o.entry, o.line, 'ordered' AS part, o.satang AS amount
FROM order_line o
WHERE NOT EXISTS (
  SELECT 1 FROM payment p WHERE p.book = o.book AND p.number = o.number AND p.satang IS NULL
)
UNION ALL
SELECT p.book, p.entry, p.line, 'paid' AS part, -p.satang AS amount
FROM payment p
WHERE p.satang IS NOT NULL
  AND EXISTS (SELECT 1 FROM order_head h WHERE h.book = p.book AND h.number = p.number)
