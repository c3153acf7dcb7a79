SELECT book, entry, line, number, pieces, state, day, day / 100 AS month
FROM kwan_equipmentseen
