SELECT book, entry, line, event, material, day, day / 100 AS month
FROM kwan_supplyevent
