-- id: equipment.looked_at
-- th: อุปกรณ์ในทะเบียนที่เคยตรวจนับ
-- en: Equipment that was counted and looked at
-- unit: count
-- direction: up
-- over time: last
-- over groups: sum
SELECT s.book, s.entry, s.line, 'seen' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY s.book, s.number ORDER BY s.day, s.entry, s.line) = 1
            THEN 1 ELSE 0 END AS amount
FROM equipment_seen s
JOIN equipment e ON e.book = s.book AND e.number = s.number
