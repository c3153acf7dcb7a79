SELECT book, entry, line, member, day, day / 100 AS month
FROM kwan_returning
