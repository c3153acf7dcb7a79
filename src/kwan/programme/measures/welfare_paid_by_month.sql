-- id: welfare.paid_by_month
-- th: สวัสดิการที่จ่ายในแต่ละเดือน
-- en: Welfare given, by month
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, satang AS amount
FROM welfare_line
WHERE direction = 'out'
