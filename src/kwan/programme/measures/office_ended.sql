-- id: office.ended
-- th: ตำแหน่งที่ผู้ดำรงตำแหน่งวางลงหรือออกจากกลุ่ม
-- en: Offices laid down, or left with the group
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, office AS part, 1 AS amount
FROM office_left
UNION ALL
SELECT l.book, l.entry, l.line, o.office AS part, 1 AS amount
FROM leaving l
JOIN office o ON o.book = l.book AND o.member = l.member
WHERE NOT EXISTS (
  SELECT 1 FROM office_left f WHERE f.book = o.book AND f.member = o.member AND f.office = o.office
)
