SELECT book, entry, line, number, pieces, how, satang, day, day / 100 AS month
FROM kwan_equipmentgone
