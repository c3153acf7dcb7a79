-- id: fund.received_by_giver_kind
-- th: เงินที่กองทุนได้รับ แยกตามผู้ให้
-- en: Received into the fund, by sort of giver
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, giver_kind AS part, satang AS amount
FROM fund_line
WHERE direction = 'in'
