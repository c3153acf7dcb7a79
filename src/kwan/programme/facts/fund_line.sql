SELECT book, entry, line, direction, purpose, satang, day, day / 100 AS month,
       COALESCE(giver_kind, 'not_said') AS giver_kind
FROM kwan_fundline
