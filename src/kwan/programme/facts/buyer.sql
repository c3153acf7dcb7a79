SELECT book, entry, line, name, channel, district
FROM kwan_buyer
