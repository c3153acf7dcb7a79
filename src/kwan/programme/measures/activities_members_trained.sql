-- id: activities.members_trained
-- th: สมาชิกปัจจุบันที่เคยมาร่วมกิจกรรม
-- en: Today's members who came to an activity
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
SELECT t.book, t.entry, t.line, 'trained' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY t.book, t.member ORDER BY t.day, t.entry, t.line) = 1
            THEN 1 ELSE 0 END AS amount
FROM attendance t
WHERE EXISTS (SELECT 1 FROM member_today m WHERE m.book = t.book AND m.member = t.member)
