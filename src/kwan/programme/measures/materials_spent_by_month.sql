-- id: materials.spent_by_month
-- th: เงินที่จ่ายซื้อวัตถุดิบในแต่ละเดือน
-- en: Spent on materials, by month
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, month AS part, satang AS amount
FROM purchase
