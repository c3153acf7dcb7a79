-- id: cycles.profit
-- th: กำไรของรอบที่ปิด
-- en: Profit of the cycles closed
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, way AS part, profit AS amount
FROM cycle_closed
