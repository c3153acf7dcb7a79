-- id: members.active
-- th: สมาชิกปัจจุบัน
-- en: Members today
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, 'active' AS part, 1 AS amount
FROM member_today
