-- id: fund.spent
-- th: เงินที่กองทุนจ่ายออก
-- en: Spent from the fund
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, direction AS part, satang AS amount
FROM fund_line
WHERE direction = 'out'
