-- id: materials.bought_grams
-- th: น้ำหนักวัตถุดิบที่ซื้อ เฉพาะที่ซื้อเป็นน้ำหนัก
-- en: Material bought by weight
-- unit: gram
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, material AS part, gram AS amount
FROM purchase
WHERE gram IS NOT NULL
