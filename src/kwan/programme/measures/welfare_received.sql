-- id: welfare.received
-- th: เงินที่สมาชิกจ่ายเข้าสวัสดิการ
-- en: Paid into welfare by the members
-- unit: satang
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, direction AS part, satang AS amount
FROM welfare_line
WHERE direction = 'in'
