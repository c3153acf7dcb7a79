-- id: fund.balance
-- th: เงินกองทุนคงเหลือ
-- en: Balance of the fund
-- unit: satang
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, direction AS part, CASE WHEN direction = 'in' THEN satang ELSE -satang END AS amount
FROM fund_line
UNION ALL
SELECT book, entry, line, 'brought_forward' AS part, satang AS amount
FROM opening_money
WHERE purse = 'fund'
