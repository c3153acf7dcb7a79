-- id: debts.principal
-- th: เงินต้นของหนี้ที่สมาชิกบอกไว้
-- en: Principal of the debts that members told of
-- unit: satang
-- direction: down
-- over time: last
-- over groups: sum
SELECT book, entry, line, 'principal' AS part, COALESCE(principal, 0) AS amount
FROM debt
