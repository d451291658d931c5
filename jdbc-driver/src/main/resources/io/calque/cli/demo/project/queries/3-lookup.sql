SELECT p.name, p.department, p.supplier, p.launched_on, COUNT(DISTINCT c.customer_id) AS customers
FROM product p
LEFT JOIN customer c
GROUP BY ALL
ORDER BY customers, p.name
LIMIT 9
