-- id: office.changes
-- th: ตำแหน่งที่มีคนใหม่มารับต่อ
-- en: Offices handed on to somebody else
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, office AS part,
       CASE WHEN of_member = 1 AND of_office > 1 THEN 1 ELSE 0 END AS amount
FROM (
  SELECT o.book, o.entry, o.line, o.office,
         ROW_NUMBER() OVER (PARTITION BY o.book, o.office ORDER BY o.day, o.entry, o.line) AS of_office,
         ROW_NUMBER() OVER (PARTITION BY o.book, o.office, o.member ORDER BY o.day, o.entry, o.line) AS of_member
  FROM office o
  JOIN (
    SELECT book, office FROM office GROUP BY book, office HAVING COUNT(DISTINCT member) > 1
  ) shared ON shared.book = o.book AND shared.office = o.office
) holders
