-- id: orders.value_by_channel
-- th: มูลค่าใบสั่งซื้อ แยกตามช่องทาง
-- en: Value of orders, by channel
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT o.book, o.entry, o.line, COALESCE(b.channel, 'other') AS part, o.satang AS amount
FROM order_line o
LEFT JOIN buyer b ON b.book = o.book AND b.name = o.buyer
