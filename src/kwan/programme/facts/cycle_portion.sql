SELECT book, entry, line, cycle, member, savings, gain, day, day / 100 AS month
FROM kwan_cycleportion
