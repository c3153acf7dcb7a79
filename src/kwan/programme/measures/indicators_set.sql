-- id: indicators.set
-- th: ตัวชี้วัดที่ตั้งไว้
-- en: Indicators set
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, name AS part, 1 AS amount
FROM indicator
