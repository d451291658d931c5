SELECT p.department, METRIC('i.packs') AS packs, METRIC('products') AS products
FROM product p JOIN order_item i
GROUP BY p.department
