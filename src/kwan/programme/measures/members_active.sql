-- id: members.active
-- th: สมาชิกปัจจุบัน
-- en: Members today
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
SELECT m.book, m.entry, m.line, 'active' AS part, 1 AS amount
FROM member m
WHERE NOT EXISTS (SELECT 1 FROM leaving l WHERE l.book = m.book AND l.member = m.member AND l.day >= m.day)
