-- id: batches.home_by_month
-- th: รอบผลิตที่ทำที่บ้านในแต่ละเดือน
-- en: Batches made at home, by month
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, CASE WHEN place = 'home' THEN 1 ELSE 0 END AS amount
FROM batch
