-- id: welfare.balance
-- th: เงินสวัสดิการคงเหลือ
-- en: Welfare money that is left
-- unit: satang
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, direction AS part, CASE WHEN direction = 'in' THEN satang ELSE -satang END AS amount
FROM welfare_line
UNION ALL
SELECT book, entry, line, 'brought_forward' AS part, satang AS amount
FROM opening_money
WHERE purse = 'welfare'
UNION ALL
SELECT book, entry, line, 'of_profit' AS part, satang AS amount
FROM cycle_bucket
WHERE bucket = 'welfare'
