-- id: materials.spent
-- th: เงินที่จ่ายซื้อวัตถุดิบ
-- en: Spent on materials
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, material AS part, satang AS amount
FROM purchase
