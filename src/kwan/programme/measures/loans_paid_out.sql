-- id: loans.paid_out
-- th: เงินกู้ที่จ่ายออกไป
-- en: Money lent to members
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, step AS part, principal AS amount
FROM loan_step
WHERE step = 'paid_out'
