SELECT book, entry, line, cycle, member, satang, repaid, how, day, day / 100 AS month
FROM kwan_cyclepaid
