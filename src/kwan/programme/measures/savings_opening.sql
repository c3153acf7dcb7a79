-- id: savings.opening
-- th: เงินออมที่ยกมาเมื่อเริ่มสมุดเล่มนี้
-- en: Savings brought forward when this book began
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, satang AS amount
FROM opening_saving
