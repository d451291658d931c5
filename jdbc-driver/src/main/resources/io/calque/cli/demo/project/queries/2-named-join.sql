SELECT payer.name AS payer, payer.country, COUNT(*) AS orders_paid, COUNT(DISTINCT buyer.customer_id) AS for_people
FROM order o
JOIN customer buyer
JOIN customer payer USING('billing')
WHERE payer.customer_id <> buyer.customer_id
GROUP BY payer.customer_id, payer.name, payer.country
ORDER BY orders_paid DESC, payer
LIMIT 5
