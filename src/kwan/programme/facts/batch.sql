SELECT book, entry, line, lot, product, part, used, good, waste, maker, place,
       cap, gloves, apron, clean_place, for_order, day, day / 100 AS month
FROM kwan_batch
