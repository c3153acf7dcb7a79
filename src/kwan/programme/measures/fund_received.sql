-- id: fund.received
-- th: เงินที่กองทุนได้รับ
-- en: Received into the fund
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, direction AS part, satang AS amount
FROM fund_line
WHERE direction = 'in'
