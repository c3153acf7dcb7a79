-- id: savings.active_members_saving
-- th: สมาชิกปัจจุบันที่มีเงินออม
-- en: Today's members with savings
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
SELECT s.book, s.entry, s.line, 'saver' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY s.book, s.member ORDER BY s.day, s.entry, s.line) = 1
            THEN 1 ELSE 0 END AS amount
FROM (
  SELECT book, entry, line, member, direction, satang, day FROM saving
  UNION ALL
  SELECT book, entry, line, member, 'in' AS direction, satang, day FROM opening_saving
) s
JOIN (
  SELECT book, member
  FROM (
    SELECT book, entry, line, member, direction, satang, day FROM saving
    UNION ALL
    SELECT book, entry, line, member, 'in' AS direction, satang, day FROM opening_saving
  ) had
  GROUP BY book, member
  HAVING SUM(CASE WHEN direction = 'in' THEN satang ELSE -satang END) > 0
) saver ON saver.book = s.book AND saver.member = s.member
WHERE EXISTS (SELECT 1 FROM member_today m WHERE m.book = s.book AND m.member = s.member)
