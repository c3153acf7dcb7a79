-- id: savings.deposits
-- th: เงินออมที่สมาชิกออมเข้ามา
-- en: Savings paid in
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, direction AS part, satang AS amount
FROM saving
WHERE direction = 'in'
