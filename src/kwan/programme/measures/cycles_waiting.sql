-- id: cycles.waiting
-- th: เงินสิ้นรอบที่รอสมาชิกมารับ
-- en: Approved, and not fetched yet
-- unit: satang
-- direction: none
-- over time: last
-- over groups: sum
SELECT book, entry, line, 'approved' AS part, savings + gain AS amount
FROM cycle_portion
WHERE savings + gain > 0
UNION ALL
SELECT book, entry, line, 'paid' AS part, -satang AS amount
FROM cycle_paid
