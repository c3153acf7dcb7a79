-- id: welfare.paid_times
-- th: จำนวนครั้งที่จ่ายสวัสดิการ
-- en: How many times welfare was given
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'given' AS part, 1 AS amount
FROM welfare_line
WHERE direction = 'out'
