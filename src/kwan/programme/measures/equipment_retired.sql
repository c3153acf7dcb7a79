-- id: equipment.retired
-- th: จำนวนชิ้นของอุปกรณ์ที่เลิกใช้
-- en: Pieces of equipment no longer in use
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, how AS part, pieces AS amount
FROM equipment_gone
