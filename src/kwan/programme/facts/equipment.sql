SELECT book, entry, line, number, pieces, origin, satang, COALESCE(giver_kind, 'not_said') AS giver_kind, day,
       day / 100 AS month
FROM kwan_equipment
