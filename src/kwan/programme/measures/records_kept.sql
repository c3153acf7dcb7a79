-- id: records.kept
-- th: รายการที่จดไว้ในสมุด
-- en: Entries kept in the books
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
-- note: what members write in their own household books is theirs, and counted nowhere
SELECT book, entry, line, kind AS part, 1 AS amount
FROM entry
WHERE kind NOT LIKE 'fund.household%'
