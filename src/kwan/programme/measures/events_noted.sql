-- id: events.noted
-- th: เหตุการณ์ภายนอกที่จดวันที่ไว้
-- en: Dated events outside the group
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, what AS part, 1 AS amount
FROM event
