-- id: parts.declared
-- th: ส่วนของวัตถุดิบที่กลุ่มบอกไว้
-- en: Parts of materials that the group declared
-- unit: count
-- direction: none
-- over time: last
-- over groups: sum
SELECT book, entry, line, part, 1 AS amount
FROM part
