SELECT book, entry, line, member, direction, satang, day, day / 100 AS month, COALESCE(sort, 'regular') AS sort
FROM kwan_saving
