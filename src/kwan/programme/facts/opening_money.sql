SELECT book, entry, line, purse, satang, day, day / 100 AS month
FROM kwan_openingmoney
