-- id: cycles.paid
-- th: เงินสิ้นรอบที่จ่ายถึงมือแล้ว
-- en: Handed over at the end of cycles
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, how AS part, satang AS amount
FROM cycle_paid
