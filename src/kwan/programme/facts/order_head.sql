SELECT book, entry, line, number, buyer, day, day / 100 AS month, due
FROM kwan_orderhead
