-- id: equipment.bought
-- th: เงินกองทุนที่จ่ายซื้ออุปกรณ์ในทะเบียน
-- en: Spent from the fund on equipment in the register
-- unit: satang
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, origin AS part, satang AS amount
FROM equipment
WHERE origin = 'bought'
