-- id: debts.members_telling
-- th: สมาชิกปัจจุบันที่บอกเรื่องหนี้ไว้
-- en: Today's members who told of a debt
-- unit: person
-- direction: none
-- over time: last
-- over groups: sum
SELECT d.book, d.entry, d.line, 'telling' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY d.book, d.member ORDER BY d.day, d.entry, d.line) = 1
            THEN 1 ELSE 0 END AS amount
FROM debt d
WHERE EXISTS (SELECT 1 FROM member_today m WHERE m.book = d.book AND m.member = d.member)
