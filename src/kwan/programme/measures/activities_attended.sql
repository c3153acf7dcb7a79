-- id: activities.attended
-- th: คนที่มาร่วมกิจกรรมแต่ละครั้ง
-- en: People who came to each activity
-- unit: person
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, entry AS part, 1 AS amount
FROM attendance
UNION ALL
SELECT book, entry, line, entry AS part, others AS amount
FROM activity
