-- id: orders.paid
-- th: เงินค่าสินค้าที่ลูกค้าจ่ายแล้ว
-- en: Paid by buyers
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT p.book, p.entry, p.line, 'paid' AS part, COALESCE(p.satang, o.satang) AS amount
FROM payment p
JOIN (SELECT book, number, SUM(satang) AS satang FROM order_line GROUP BY book, number) o
  ON o.book = p.book AND o.number = p.number
