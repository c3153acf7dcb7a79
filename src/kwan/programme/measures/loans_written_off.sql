-- id: loans.written_off
-- th: เงินกู้ที่ตัดเป็นหนี้สูญ
-- en: Loans written off
-- unit: satang
-- direction: down
-- over time: sum
-- over groups: sum
SELECT book, entry, line, step AS part, principal AS amount
FROM loan_step
WHERE step = 'written_off'
