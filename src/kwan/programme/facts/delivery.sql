SELECT book, entry, line, number, day, day / 100 AS month
FROM kwan_delivery
