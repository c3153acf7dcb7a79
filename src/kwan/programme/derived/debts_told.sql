-- What the debts of a member of today came to when first and when last told, where that was on two days or more (satang).
-- A debt whose price is unknown at either end (-1) counts in no cost; one that began later counts in nothing first.
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
WHERE EXISTS (SELECT 1 FROM member_today m WHERE m.book = o.book AND m.member = o.member)
GROUP BY o.book, o.member
