SELECT book, entry, line, direction, purpose, satang, day, day / 100 AS month
FROM kwan_fundline
