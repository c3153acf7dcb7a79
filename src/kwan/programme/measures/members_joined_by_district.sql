-- id: members.joined_by_district
-- th: สมาชิกที่เข้ากลุ่ม แยกตามอำเภอ
-- en: Members who joined, by district
-- unit: person
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, COALESCE(district, 0) AS part, 1 AS amount
FROM member
