-- id: income.by_month
-- th: รายได้ที่สมาชิกได้จากกลุ่มในแต่ละเดือน
-- en: Members' pay from the group, by month
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, satang AS amount
FROM pay
