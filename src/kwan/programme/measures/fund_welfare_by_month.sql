-- id: fund.welfare_by_month
-- th: เงินกองทุนที่จ่ายสวัสดิการในแต่ละเดือน
-- en: Spent from the fund on welfare, by month
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, satang AS amount
FROM fund_line
WHERE direction = 'out' AND purpose = 'welfare'
