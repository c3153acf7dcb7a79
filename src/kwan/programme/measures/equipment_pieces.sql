-- id: equipment.pieces
-- th: จำนวนชิ้นของอุปกรณ์ที่ยังใช้อยู่
-- en: Pieces of equipment in use
-- unit: count
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, origin AS part, pieces AS amount
FROM equipment
UNION ALL
SELECT book, entry, line, 'gone' AS part, -pieces AS amount
FROM equipment_gone
