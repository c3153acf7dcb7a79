-- id: cycles.return_on_savings
-- th: กำไรต่อเงินออมเฉลี่ยของรอบ
-- en: Profit over average savings
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'numerator' AS part, profit AS amount
FROM cycle_closed
UNION ALL
SELECT book, entry, line, 'denominator' AS part, weighed AS amount
FROM cycle_closed
