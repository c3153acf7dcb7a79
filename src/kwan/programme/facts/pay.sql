SELECT book, entry, line, member, month, satang
FROM kwan_pay
