-- id: welfare.paid
-- th: สวัสดิการที่จ่ายให้สมาชิก
-- en: Welfare given to members
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, direction AS part, satang AS amount
FROM welfare_line
WHERE direction = 'out'
