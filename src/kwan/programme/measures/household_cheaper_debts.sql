-- id: household.cheaper_debts
-- th: สมาชิกที่หนี้มีต้นทุนต่อปีลดลงจากครั้งแรกถึงครั้งล่าสุด
-- en: Members whose debts cost less a year now than when first told
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
-- note: the count stands on the first row, so that no row tells whose book it was
SELECT p.book, p.entry, p.line, 'cheaper' AS part,
       CASE WHEN p.place = 1 THEN n.amount ELSE 0 END AS amount
FROM (
  SELECT book, entry, line, ROW_NUMBER() OVER (PARTITION BY book ORDER BY entry, line) AS place
  FROM household_debt
) p
JOIN (SELECT book, SUM(CASE WHEN cost_last < cost_first THEN 1 ELSE 0 END) AS amount FROM debts_told GROUP BY book) n ON n.book = p.book
