SELECT book, entry, line, member, direction, satang, day, day / 100 AS month
FROM kwan_welfareline
