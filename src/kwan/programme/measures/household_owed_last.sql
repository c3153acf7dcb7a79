-- id: household.owed_last
-- th: หนี้ที่สมาชิกจดไว้ครั้งล่าสุด
-- en: What members owe now by their own books
-- unit: satang
-- direction: down
-- over time: last
-- over groups: sum
-- note: the sum stands on the first row, so that no row tells whose debt it was
SELECT p.book, p.entry, p.line, 'owed' AS part,
       CASE WHEN p.place = 1 THEN n.amount ELSE 0 END AS amount
FROM (
  SELECT book, entry, line, ROW_NUMBER() OVER (PARTITION BY book ORDER BY entry, line) AS place
  FROM household_debt
) p
JOIN (SELECT book, SUM(owed_last) AS amount FROM debts_told GROUP BY book) n ON n.book = p.book
