-- id: welfare.paid_members
-- th: สมาชิกที่เคยได้รับสวัสดิการ
-- en: Members who were given welfare
-- unit: person
-- direction: none
-- over time: last
-- over groups: sum
SELECT book, entry, line, 'helped' AS part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY book, member ORDER BY day, entry, line) = 1
            THEN 1 ELSE 0 END AS amount
FROM welfare_line
WHERE direction = 'out'
