-- id: batches.at_home
-- th: รอบผลิตที่ทำที่บ้าน
-- en: Batches made at home
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, place AS part, 1 AS amount
FROM batch
WHERE place = 'home'
