-- id: loans.interest_received
-- th: ดอกเบี้ยเงินกู้ที่รับแล้ว
-- en: Interest received on loans
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, step AS part, interest AS amount
FROM loan_step
WHERE step = 'repaid' AND interest > 0
