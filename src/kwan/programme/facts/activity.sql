SELECT book, entry, line, theme, teacher, others, day, day / 100 AS month
FROM kwan_activity
