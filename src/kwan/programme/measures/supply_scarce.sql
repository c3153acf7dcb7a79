-- id: supply.scarce
-- th: ครั้งที่วัตถุดิบหายากหรือไม่มี
-- en: Times a material was scarce or gone
-- unit: count
-- direction: down
-- over time: sum
-- over groups: sum
SELECT book, entry, line, material AS part, 1 AS amount
FROM supply
WHERE event IN ('scarce', 'none')
