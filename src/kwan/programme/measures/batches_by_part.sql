-- id: batches.by_part
-- th: น้ำหนักวัตถุดิบที่ใช้ แยกตามส่วน
-- en: Material used, by part
-- unit: gram
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, COALESCE(part, '') AS part, used AS amount
FROM batch
