SELECT payer.country, COUNT(*) AS orders
FROM order o
JOIN customer payer USING ('billing')
GROUP BY payer.country
