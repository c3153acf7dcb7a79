-- id: loans.principal_received
-- th: เงินต้นที่รับคืน
-- en: Principal received back
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, step AS part, principal AS amount
FROM loan_step
WHERE step = 'repaid' AND principal > 0
