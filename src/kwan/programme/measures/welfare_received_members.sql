-- id: welfare.received_members
-- th: สมาชิกที่เคยจ่ายเข้าสวัสดิการ
-- en: Members who paid into welfare
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
SELECT book, entry, line, 'paying' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY book, member ORDER BY day, entry, line) = 1
            THEN 1 ELSE 0 END AS amount
FROM welfare_line
WHERE direction = 'in'
