SELECT book, entry, line, name, baseline, target, measure, day, day / 100 AS month
FROM kwan_indicator
