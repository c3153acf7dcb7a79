-- id: parts.used
-- th: ส่วนของวัตถุดิบที่นำมาทำเป็นสินค้าแล้ว
-- en: Declared parts that were made into goods
-- unit: count
-- direction: up
-- over time: last
-- over groups: sum
SELECT b.book, b.entry, b.line, b.part,
       CASE WHEN ROW_NUMBER() OVER (PARTITION BY b.book, b.part ORDER BY b.day, b.entry, b.line) = 1
            THEN p.declared ELSE 0 END AS amount
FROM batch b
JOIN (SELECT book, part, COUNT(*) AS declared FROM part GROUP BY book, part) p
  ON p.book = b.book AND p.part = b.part
WHERE b.used > 0 AND b.good > 0
