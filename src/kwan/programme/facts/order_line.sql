SELECT l.book, l.entry, l.line, h.number, h.buyer, l.product, l.quantity, l.unit_price,
       l.quantity * l.unit_price AS satang, h.day, h.day / 100 AS month
FROM kwan_orderline l
JOIN kwan_orderhead h ON h.book = l.book AND h.entry = l.entry
