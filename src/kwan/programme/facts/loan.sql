SELECT book, entry, line, number, member, principal, method, basis, rate, periods, day, day / 100 AS month
FROM kwan_loan
