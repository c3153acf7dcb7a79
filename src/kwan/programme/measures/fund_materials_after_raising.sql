-- id: fund.materials_after_raising
-- th: เงินกองทุนที่จ่ายซื้อวัตถุดิบหลังระดมทุน
-- en: Spent from the fund on materials once money had been raised
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT f.book, f.entry, f.line, f.purpose AS part, f.satang AS amount
FROM fund_line f
JOIN (
  SELECT book, MIN(day) AS day FROM fund_line WHERE direction = 'in' AND purpose = 'raised' GROUP BY book
) raised ON raised.book = f.book AND f.day >= raised.day
WHERE f.direction = 'out' AND f.purpose = 'materials'
