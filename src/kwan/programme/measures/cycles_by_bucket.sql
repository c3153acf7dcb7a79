-- id: cycles.by_bucket
-- th: กำไรแบ่งเป็นส่วน
-- en: The parts of the profit
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, bucket AS part, satang AS amount
FROM cycle_bucket
WHERE satang > 0
