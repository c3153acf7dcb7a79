SELECT book, entry, line, what, until, day, day / 100 AS month
FROM kwan_event
