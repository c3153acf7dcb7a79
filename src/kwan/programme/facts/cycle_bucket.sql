SELECT book, entry, line, cycle, bucket, satang, day, day / 100 AS month
FROM kwan_cyclebucket
