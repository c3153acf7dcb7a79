-- id: workshop.signed_in
-- th: คนที่ลงชื่อในวงสรุปบทเรียน
-- en: People signed in at the lessons workshop
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, entry || '/members' AS part, 1 AS amount
FROM attendance
WHERE theme LIKE '%บทเรียน%' OR LOWER(theme) LIKE '%lesson%'
UNION ALL
SELECT book, entry, line, entry || '/others' AS part, others AS amount
FROM activity
WHERE theme LIKE '%บทเรียน%' OR LOWER(theme) LIKE '%lesson%'
