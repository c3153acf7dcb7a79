-- id: cycles.count
-- th: รอบที่ที่ประชุมรับรองการปิด
-- en: Cycles whose closing a meeting approved
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, way AS part, 1 AS amount
FROM cycle_closed
