SELECT book, entry, line, member, subdistrict, district, day, day / 100 AS month
FROM kwan_memberdescribed
WHERE district IS NOT NULL
