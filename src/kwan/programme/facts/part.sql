SELECT book, entry, line, material, part
FROM kwan_part
