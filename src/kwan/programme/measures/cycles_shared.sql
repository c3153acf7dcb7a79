-- id: cycles.shared
-- th: เงินที่คืนและแบ่งให้สมาชิกสิ้นรอบ
-- en: Given back and shared at the end of cycles
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'savings' AS part, savings AS amount
FROM cycle_portion
WHERE savings > 0
UNION ALL
SELECT book, entry, line, 'gain' AS part, gain AS amount
FROM cycle_portion
WHERE gain > 0 OR gain < 0
