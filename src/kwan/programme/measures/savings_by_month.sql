-- id: savings.by_month
-- th: เงินออมเข้าหักถอนในแต่ละเดือน
-- en: Savings paid in less taken out, by month
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, CASE WHEN direction = 'in' THEN satang ELSE -satang END AS amount
FROM saving
