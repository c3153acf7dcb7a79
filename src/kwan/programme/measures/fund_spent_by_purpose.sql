-- id: fund.spent_by_purpose
-- th: เงินที่กองทุนจ่ายออก แยกตามเรื่อง
-- en: Spent from the fund, by purpose
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, purpose AS part, satang AS amount
FROM fund_line
WHERE direction = 'out'
