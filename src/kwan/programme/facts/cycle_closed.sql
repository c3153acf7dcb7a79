SELECT book, entry, line, cycle, way, since, until, members, profit, pool, carried, weighed, day, day / 100 AS month
FROM kwan_cycleresult
