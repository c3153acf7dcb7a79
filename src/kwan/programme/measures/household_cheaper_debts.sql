-- id: household.cheaper_debts
-- th: สมาชิกที่หนี้มีต้นทุนต่อปีลดลงจากครั้งแรกถึงครั้งล่าสุด
-- en: Members whose debts cost less a year now than when first told
-- unit: person
-- direction: up
-- over time: last
-- over groups: sum
-- note: the count stands on the first row, so that no row tells whose book it was
SELECT p.book, p.entry, p.line, 'cheaper' AS part,
       CASE WHEN p.place = 1 THEN n.amount ELSE 0 END AS amount
FROM (
  SELECT book, entry, line, ROW_NUMBER() OVER (PARTITION BY book ORDER BY entry, line) AS place
  FROM household_debt
) p
JOIN (
  SELECT e.book, SUM(CASE WHEN e.cost_last < e.cost_first THEN 1 ELSE 0 END) AS amount
  FROM (
    SELECT o.book, o.member,
           SUM(CASE WHEN o.at_first < 0 OR o.at_last < 0 OR o.since > f.first_day THEN 0 ELSE o.at_first END) AS cost_first,
           SUM(CASE WHEN o.at_first < 0 OR o.at_last < 0 THEN 0 ELSE o.at_last END) AS cost_last,
           SUM(CASE WHEN o.since > f.first_day THEN 0 ELSE o.owed_first END) AS owed_first,
           SUM(o.owed_last) AS owed_last
    FROM (
      SELECT book, member, debt,
             SUM(CASE WHEN place = 1 THEN cost ELSE 0 END) AS at_first,
             SUM(CASE WHEN place = 1 THEN since ELSE 0 END) AS since,
             SUM(CASE WHEN place = 1 THEN balance ELSE 0 END) AS owed_first,
             SUM(CASE WHEN from_end = 1 THEN cost ELSE 0 END) AS at_last,
             SUM(CASE WHEN from_end = 1 THEN balance ELSE 0 END) AS owed_last
      FROM (
        SELECT book, member, debt, cost, since, balance,
               ROW_NUMBER() OVER (PARTITION BY book, debt ORDER BY day, entry, line) AS place,
               ROW_NUMBER() OVER (PARTITION BY book, debt ORDER BY day DESC, entry DESC, line DESC) AS from_end
        FROM household_debt
      ) told
      GROUP BY book, member, debt
    ) o
    JOIN (
      SELECT book, member, MIN(day) AS first_day, MAX(day) AS last_day FROM household_debt GROUP BY book, member
    ) f ON f.book = o.book AND f.member = o.member AND f.first_day < f.last_day
    WHERE EXISTS (SELECT 1 FROM member m WHERE m.book = o.book AND m.member = o.member AND NOT EXISTS (SELECT 1 FROM leaving l WHERE l.book = m.book AND l.member = m.member AND l.day >= m.day))
    GROUP BY o.book, o.member
  ) e
  GROUP BY e.book
) n ON n.book = p.book
