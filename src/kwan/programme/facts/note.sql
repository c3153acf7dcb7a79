SELECT book, entry, line, small_group, sort, votes, day, day / 100 AS month
FROM kwan_note
