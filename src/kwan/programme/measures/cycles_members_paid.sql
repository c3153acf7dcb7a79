-- id: cycles.members_paid
-- th: สมาชิกที่ได้รับเงินสิ้นรอบ
-- en: Members handed something at the end of a cycle
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, 'member' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY book, member ORDER BY day, entry, line) = 1 THEN 1 ELSE 0 END AS amount
FROM cycle_paid
