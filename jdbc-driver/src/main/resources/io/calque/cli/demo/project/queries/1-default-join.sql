SELECT c.country, COUNT(*) AS orders, COUNT(DISTINCT c.customer_id) AS customers
FROM customer c
JOIN order o
WHERE o.ordered_on >= DATE '2026-01-01' AND o.status <> 'cancelled'
GROUP BY c.country
ORDER BY orders DESC
LIMIT 6
