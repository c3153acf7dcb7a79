-- id: records.outside
-- th: เงินที่สมุดเก่าไม่ได้จดที่มาหรือที่ไป
-- en: Money whose coming or going the old books left out
-- unit: satang
-- direction: down
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'outside' AS part, satang AS amount
FROM outside
