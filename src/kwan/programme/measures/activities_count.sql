-- id: activities.count
-- th: กิจกรรมและการอบรมที่จัด
-- en: Activities and trainings held
-- unit: count
-- direction: up
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'activity' AS part, 1 AS amount
FROM activity
