-- id: agencies.ordering
-- th: หน่วยงานที่สั่งซื้อ
-- en: Agencies that ordered
-- unit: count
-- direction: up
-- over time: last
-- over groups: none
SELECT o.book, o.entry, o.line, o.buyer AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY o.book, o.buyer ORDER BY o.day, o.entry, o.line) = 1
            THEN 1 ELSE 0 END AS amount
FROM order_head o
JOIN buyer b ON b.book = o.book AND b.name = o.buyer
WHERE b.channel IN ('hospital', 'health_centre', 'local_government', 'agency')
