SELECT book, entry, line, material, quantity, unit_price, satang, day, day / 100 AS month,
       CASE
         WHEN REPLACE(LOWER(unit), '.', '') IN ('กก', 'กิโล', 'กิโลกรัม', 'โล', 'kg', 'kgs', 'kilo', 'kilogram', 'kilograms')
           THEN quantity
         WHEN REPLACE(LOWER(unit), '.', '') IN ('กรัม', 'ก', 'g', 'gram', 'grams') THEN quantity / 1000
         WHEN REPLACE(LOWER(unit), '.', '') = 'ขีด' THEN quantity / 10
         WHEN REPLACE(LOWER(unit), '.', '') IN ('ตัน', 'ton', 'tonne', 'tonnes', 'tons') THEN quantity * 1000
       END AS gram
FROM kwan_purchase
