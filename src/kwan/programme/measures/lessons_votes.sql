-- id: lessons.votes
-- th: คะแนนของบัตรคำแต่ละใบ
-- en: Votes for each card
-- unit: count
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, entry AS part, votes AS amount
FROM note
