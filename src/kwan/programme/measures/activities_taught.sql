-- id: activities.taught
-- th: ผู้เรียนในกิจกรรมที่จดชื่อผู้สอน
-- en: Learners in activities with a teacher
-- unit: person
-- direction: up
-- over time: sum
-- over groups: sum
SELECT t.book, t.entry, t.line, t.entry AS part, 1 AS amount
FROM attendance t
JOIN activity a ON a.book = t.book AND a.entry = t.entry
WHERE a.teacher IS NOT NULL AND a.teacher <> t.member
