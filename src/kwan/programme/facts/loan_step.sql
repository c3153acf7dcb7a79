SELECT book, entry, line, number, step, principal, interest, fine, day, day / 100 AS month
FROM kwan_loanstep
