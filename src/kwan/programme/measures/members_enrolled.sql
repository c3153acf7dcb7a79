-- id: members.enrolled
-- th: คนที่เคยเป็นสมาชิก
-- en: People who ever joined
-- unit: person
-- direction: none
-- over time: sum
-- over groups: sum
SELECT book, entry, line, 'joined' AS part, 1 AS amount
FROM member
