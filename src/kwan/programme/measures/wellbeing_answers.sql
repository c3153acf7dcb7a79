-- id: wellbeing.answers
-- th: คำตอบแบบประเมินความสุขในแต่ละรอบ
-- en: Wellbeing answers, by round
-- unit: person
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, round AS part, 1 AS amount
FROM answer
