-- id: equipment.given
-- th: อุปกรณ์ที่มีผู้มอบให้
-- en: Equipment given in kind
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, giver_kind AS part, 1 AS amount
FROM equipment
WHERE origin = 'given'
