-- id: members.districts
-- th: อำเภอที่สมาชิกปัจจุบันอยู่
-- en: Districts where today's members live
-- unit: count
-- direction: up
-- over time: last
-- over groups: none
SELECT book, entry, line, district AS part, CASE WHEN place = 1 THEN 1 ELSE 0 END AS amount
FROM (
  SELECT m.book, m.entry, m.line, m.district,
         ROW_NUMBER() OVER (PARTITION BY m.book, m.district ORDER BY m.day, m.entry, m.line) AS place
  FROM member m
  WHERE m.district IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM leaving l WHERE l.book = m.book AND l.member = m.member AND l.day >= m.day)
) living
