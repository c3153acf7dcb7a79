-- id: income.member_months
-- th: จำนวนเดือนของทุกคนที่มีรายได้จากกลุ่ม
-- en: Months in which a member was paid, all members together
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'month' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY book, member, month ORDER BY entry, line) = 1
            THEN 1 ELSE 0 END AS amount
FROM pay
