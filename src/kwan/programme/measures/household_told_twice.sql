-- id: household.told_twice
-- th: สมาชิกที่จดหนี้ของตนสองวันขึ้นไป
-- en: Members who told of their debts on two days or more
-- unit: person
-- direction: none
-- over time: last
-- over groups: sum
-- note: the count stands on the first row, so that no row tells whose book it was
SELECT p.book, p.entry, p.line, 'pairs' AS part,
       CASE WHEN p.place = 1 THEN n.amount ELSE 0 END AS amount
FROM (
  SELECT book, entry, line, ROW_NUMBER() OVER (PARTITION BY book ORDER BY entry, line) AS place
  FROM household_debt
) p
JOIN (SELECT book, COUNT(member) AS amount FROM debts_told GROUP BY book) n ON n.book = p.book
