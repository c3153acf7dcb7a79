-- id: debts.count
-- th: หนี้ที่สมาชิกบอกไว้
-- en: Debts that members told of
-- unit: count
-- direction: down
-- over time: last
-- over groups: sum
SELECT book, entry, line, 'debt' AS part, 1 AS amount
FROM debt
