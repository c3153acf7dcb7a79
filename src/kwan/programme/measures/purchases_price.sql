-- id: purchases.price
-- th: ราคาต่อหน่วยของวัตถุดิบที่ซื้อครั้งสุดท้ายของแต่ละเดือน
-- en: Price a unit of each material, as last bought in each month
-- unit: price
-- direction: down
-- over time: none
-- over groups: none
SELECT book, entry, line, material || '/' || month AS part, unit_price AS amount
FROM (
  SELECT book, entry, line, material, month, unit_price,
         ROW_NUMBER() OVER (PARTITION BY book, material, month ORDER BY day DESC, entry DESC, line DESC) AS place
  FROM purchase
  WHERE unit_price IS NOT NULL
) bought
WHERE place = 1
