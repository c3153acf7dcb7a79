SELECT book, entry, line, member, COALESCE(sort, 'regular') AS sort, satang, day, day / 100 AS month
FROM kwan_openingpassbook
