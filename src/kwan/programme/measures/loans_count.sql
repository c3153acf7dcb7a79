-- id: loans.count
-- th: เงินกู้ที่กลุ่มจ่ายให้สมาชิก
-- en: Loans paid out to members
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'loan' AS part, 1 AS amount
FROM loan_step
WHERE step = 'paid_out'
