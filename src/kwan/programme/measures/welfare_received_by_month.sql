-- id: welfare.received_by_month
-- th: เงินเข้าสวัสดิการในแต่ละเดือน
-- en: Paid into welfare, by month
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, satang AS amount
FROM welfare_line
WHERE direction = 'in'
