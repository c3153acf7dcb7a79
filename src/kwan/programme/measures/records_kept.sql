-- id: records.kept
-- th: รายการที่จดไว้ในสมุด
-- en: Entries kept in the books
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, kind AS part, 1 AS amount
FROM entry
