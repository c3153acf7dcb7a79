-- id: fund.materials_by_month
-- th: เงินกองทุนที่จ่ายซื้อวัตถุดิบในแต่ละเดือน
-- en: Spent from the fund on materials, by month
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, satang AS amount
FROM fund_line
WHERE direction = 'out' AND purpose = 'materials'
