SELECT book, entry, line, number, satang, day, day / 100 AS month
FROM kwan_payment
