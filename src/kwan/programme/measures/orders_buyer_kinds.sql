-- id: orders.buyer_kinds
-- th: ประเภทของลูกค้าที่สั่งซื้อ
-- en: Kinds of buyers that ordered
-- unit: count
-- direction: up
-- over time: last
-- over groups: none
SELECT o.book, o.entry, o.line, b.channel AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY o.book, b.channel ORDER BY o.day, o.entry, o.line) = 1
            THEN 1 ELSE 0 END AS amount
FROM order_head o
JOIN buyer b ON b.book = o.book AND b.name = o.buyer
