-- id: household.keeping
-- th: สมาชิกปัจจุบันที่ทำบัญชีครัวเรือนหรือจดหนี้ของตน
-- en: Today's members who keep a household book
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
-- note: the count stands on the first row, so that no row tells whose book it was
SELECT p.book, p.entry, p.line, 'keeping' AS part,
       CASE WHEN p.place = 1 THEN n.people ELSE 0 END AS amount
FROM (
  SELECT w.book, w.entry, w.line, ROW_NUMBER() OVER (PARTITION BY w.book ORDER BY w.entry, w.line) AS place
  FROM (
    SELECT book, entry, line, member FROM household
    UNION ALL
    SELECT book, entry, line, member FROM household_debt
  ) w
) p
JOIN (
  SELECT m.book, COUNT(DISTINCT m.member) AS people
  FROM member_today m
  JOIN (
    SELECT book, entry, line, member FROM household
    UNION ALL
    SELECT book, entry, line, member FROM household_debt
  ) w ON w.book = m.book AND w.member = m.member
  GROUP BY m.book
) n ON n.book = p.book
