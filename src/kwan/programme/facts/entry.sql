SELECT book, number AS entry, 0 AS line, kind, day, day / 100 AS month
FROM kwan_entry
