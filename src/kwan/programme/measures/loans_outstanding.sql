-- id: loans.outstanding
-- th: เงินกู้ที่ยังไม่ได้รับคืน
-- en: Loans outstanding
-- unit: satang
-- direction: none
-- over time: last
-- over groups: sum
SELECT book, entry, line, step AS part, CASE WHEN step IN ('paid_out', 'brought') THEN principal ELSE -principal END AS amount
FROM loan_step
WHERE step IN ('paid_out', 'brought', 'repaid', 'written_off') AND principal > 0
