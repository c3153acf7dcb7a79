SELECT book, entry, line, material, quantity, unit_price, satang, day, day / 100 AS month
FROM kwan_purchase
