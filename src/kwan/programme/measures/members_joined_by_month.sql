-- id: members.joined_by_month
-- th: สมาชิกที่เข้ากลุ่มในแต่ละเดือน
-- en: Members who joined, by month
-- unit: person
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, 1 AS amount
FROM member
