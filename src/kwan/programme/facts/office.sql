SELECT book, entry, line, member, office, day, day / 100 AS month
FROM kwan_officetaken
