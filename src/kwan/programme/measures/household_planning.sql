-- id: household.planning
-- th: สมาชิกปัจจุบันที่มีแผนปลดหนี้
-- en: Today's members who have a plan out of their debts
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
-- note: the count stands on the first row, so that no row tells whose book it was
SELECT p.book, p.entry, p.line, 'planning' AS part,
       CASE WHEN p.place = 1 THEN n.people ELSE 0 END AS amount
FROM (
  SELECT book, entry, line, ROW_NUMBER() OVER (PARTITION BY book ORDER BY entry, line) AS place
  FROM household_plan
) p
JOIN (
  SELECT m.book, COUNT(DISTINCT m.member) AS people
  FROM member_today m
  JOIN household_plan w ON w.book = m.book AND w.member = m.member
  GROUP BY m.book
) n ON n.book = p.book
