-- id: members.districts_at_start
-- th: สมาชิกในเดือนแรกของกลุ่ม แยกตามอำเภอ
-- en: Members of the group's first month, by district
-- unit: person
-- direction: none
-- over time: last
-- over groups: sum
SELECT m.book, m.entry, m.line, COALESCE(m.district, 0) AS part, 1 AS amount
FROM member m
JOIN (SELECT book, MIN(month) AS month FROM member GROUP BY book) opening
  ON opening.book = m.book AND opening.month = m.month
