-- id: equipment.count
-- th: อุปกรณ์ในทะเบียนที่ยังใช้อยู่
-- en: Equipment in the register and in use
-- unit: count
-- direction: up
-- over time: last
-- over groups: sum
SELECT e.book, e.entry, e.line, e.origin AS part, 1 AS amount
FROM equipment e
LEFT JOIN (
  SELECT book, number, SUM(pieces) AS pieces FROM equipment_gone GROUP BY book, number
) gone ON gone.book = e.book AND gone.number = e.number
WHERE e.pieces > COALESCE(gone.pieces, 0)
