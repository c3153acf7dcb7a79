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
JOIN office o ON o.book = l.book AND o.member = l.member AND o.day <= l.day
LEFT JOIN office_left f
  ON f.book = o.book AND f.member = o.member AND f.office = o.office AND f.day >= o.day AND f.day <= l.day
LEFT JOIN leaving e ON e.book = o.book AND e.member = o.member AND e.day >= o.day AND e.day < l.day
WHERE f.member IS NULL AND e.member IS NULL
