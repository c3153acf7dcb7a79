-- id: savings.withdrawals
-- th: เงินออมที่สมาชิกถอนออกไป
-- en: Savings taken out
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, direction AS part, satang AS amount
FROM saving
WHERE direction = 'out'
