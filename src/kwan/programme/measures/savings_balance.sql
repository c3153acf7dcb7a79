-- id: savings.balance
-- th: เงินออมคงเหลือของสมาชิก
-- en: Members' savings, balance
-- unit: satang
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, direction AS part, CASE WHEN direction = 'in' THEN satang ELSE -satang END AS amount
FROM saving
UNION ALL
SELECT book, entry, line, 'brought_forward' AS part, satang AS amount
FROM opening_saving
