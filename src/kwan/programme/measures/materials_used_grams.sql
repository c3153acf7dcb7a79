-- id: materials.used_grams
-- th: น้ำหนักวัตถุดิบที่ใช้ ตามส่วนที่กลุ่มบอกไว้ว่าเป็นของวัตถุดิบใด
-- en: Material used, by the material that the group says a part belongs to
-- unit: gram
-- direction: none
-- over time: sum
-- over groups: sum
SELECT b.book, b.entry, b.line, p.material AS part, b.used AS amount
FROM batch b
JOIN (
  SELECT book, part, MIN(material) AS material FROM part GROUP BY book, part HAVING COUNT(DISTINCT material) = 1
) p ON p.book = b.book AND p.part = b.part
