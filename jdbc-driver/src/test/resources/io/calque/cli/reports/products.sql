-- Each of these shows something else of what a change does.
SELECT name, pack_size FROM product;

SELECT email,
       COUNT(*) AS accounts
FROM customer
GROUP BY email
HAVING COUNT(*) > 1;

SELECT is_gift, COUNT(*) AS orders FROM order GROUP BY is_gift;

SELECT nmae FROM category;

SELECT * FROM order WHERE order_id = ?;
