-- id: income.total
-- th: รายได้ที่สมาชิกได้จากกลุ่ม
-- en: Members' pay from the group
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'pay' AS part, satang AS amount
FROM pay
