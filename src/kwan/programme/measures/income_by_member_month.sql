-- id: income.by_member_month
-- th: รายได้ของสมาชิกแต่ละคนในแต่ละเดือน
-- en: Each member's pay, by month
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: none
SELECT book, entry, line, member || '/' || month AS part, satang AS amount
FROM pay
