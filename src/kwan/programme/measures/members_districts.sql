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
  FROM (
    SELECT book, entry, line, member, district, day,
           ROW_NUMBER() OVER (PARTITION BY book, member ORDER BY has_moved DESC, day DESC, entry DESC) AS newest
    FROM (
      SELECT book, entry, line, member, district, day, 0 AS has_moved FROM member
      UNION ALL
      SELECT book, entry, line, member, district, day, 1 AS has_moved FROM moved
    ) told
  ) m
  JOIN member_today t ON t.book = m.book AND t.member = m.member
  WHERE m.newest = 1 AND m.district IS NOT NULL
) living
