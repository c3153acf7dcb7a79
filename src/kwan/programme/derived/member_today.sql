-- Who is a member today: joined, and did not leave since, or left and came back.
SELECT m.book, m.entry, m.line, m.member
FROM member m
WHERE NOT EXISTS (
  SELECT 1 FROM leaving l
  LEFT JOIN returned r
    ON r.book = l.book AND r.member = l.member AND (r.day > l.day OR (r.day = l.day AND r.entry > l.entry))
  WHERE l.book = m.book AND l.member = m.member AND l.day >= m.day AND r.member IS NULL
)
