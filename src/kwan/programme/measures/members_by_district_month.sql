-- id: members.by_district_month
-- th: สมาชิกที่เข้า กลับมา และออกไป แยกตามอำเภอตอนเข้าและเดือน
-- en: Members who joined, returned and left, by the district they joined from and by month
-- unit: person
-- direction: up
-- over time: sum
-- over groups: sum
SELECT m.book, m.entry, m.line, COALESCE(m.district, 0) || '/' || m.month AS part, 1 AS amount
FROM member m
UNION ALL
SELECT r.book, r.entry, r.line, COALESCE(m.district, 0) || '/' || r.month AS part, 1 AS amount
FROM returned r
JOIN member m ON m.book = r.book AND m.member = r.member
UNION ALL
SELECT l.book, l.entry, l.line, COALESCE(m.district, 0) || '/' || l.month AS part, -1 AS amount
FROM leaving l
JOIN member m ON m.book = l.book AND m.member = l.member AND m.day <= l.day
