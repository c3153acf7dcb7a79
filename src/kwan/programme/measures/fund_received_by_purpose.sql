-- id: fund.received_by_purpose
-- th: เงินที่กองทุนได้รับ แยกตามเรื่อง
-- en: Received into the fund, by purpose
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, purpose AS part, satang AS amount
FROM fund_line
WHERE direction = 'in'
