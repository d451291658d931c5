### num-arithmetic [ordered]
SELECT id, quantity + 1 AS a, quantity - 2 AS b, quantity * price AS c, quantity / 2 AS d, quantity // 2 AS e, quantity % 5 AS f, -quantity AS g, +quantity AS h FROM sales ORDER BY id

### num-integer-division-is-exact
SELECT 3 / 2 AS a, 3 // 2 AS b, -7 % 3 AS c, -7 // 3 AS d, 1 / 0 AS e

### num-power-operators
SELECT id, 2 ** 3 AS a, id ^ 2 AS b, pow(id, 0.5) AS c, power(2, id % 10) AS d FROM people

### num-bit-operators
SELECT id, id & 6 AS a, id | 8 AS b, xor(id, 5) AS c, ~id AS d, id << 2 AS e, id >> 1 AS f FROM people

### num-rounding [ordered]
SELECT seq, sensor, round(value, 1) AS r, ceil(value) AS c, floor(value) AS f, trunc(value) AS t, round_even(value, 0) AS e, ceiling(value) AS g, even(value) AS v FROM measurements WHERE isfinite(value) ORDER BY sensor, seq

### num-special-doubles
SELECT sensor, seq, isnan(value) AS n, isinf(value) AS i, isfinite(value) AS f FROM measurements

### num-nan-compares-equal
SELECT count(*) AS n FROM measurements WHERE value = 'NaN'::DOUBLE OR value > 'Infinity'::DOUBLE

### num-abs-sign
SELECT sensor, seq, abs(value) AS a, sign(value) AS s, signbit(value) AS b, @(value) AS op FROM measurements

### num-roots-and-logs
SELECT id, sqrt(id) AS a, cbrt(id) AS b, ln(id) AS c, log(id) AS d, log2(id) AS e, log10(id) AS f, exp(id / 10) AS g, gamma(id % 5 + 1) AS h, lgamma(id) AS i FROM people

### num-trigonometry
SELECT id, sin(id) AS a, cos(id) AS b, tan(id) AS c, cot(id) AS d, asin(id / 100) AS e, acos(id / 100) AS f, atan(id) AS g, atan2(id, 2) AS h, degrees(id) AS i, radians(id) AS j, pi() AS k, sinh(id / 10) AS l, tanh(id) AS m FROM people

### num-integer-functions
SELECT id, gcd(id, 12) AS g, lcm(id, 4) AS l, factorial(id % 10) AS f, bit_count(id) AS b, mod(id, 7) AS m, fmod(id, 2.5) AS fm, fdiv(id, 3) AS fd, divide(id, 3) AS d FROM people

### num-greatest-least [ordered]
SELECT id, greatest(quantity, 5, person_id) AS g, least(quantity, 5, person_id) AS l FROM sales ORDER BY id

### num-nextafter
SELECT id, nextafter(id::DOUBLE, 100::DOUBLE) AS n FROM people WHERE id < 5

### num-decimal-arithmetic [ordered]
SELECT id, price * 1.1 AS a, price + 0.005 AS b, price / 3 AS c, price - value AS d, price % 1 AS e FROM sales ORDER BY id

### num-huge-and-unsigned
SELECT sensor, seq, counter + 0 AS c, big * 2 AS b, counter::HUGEINT + 1 AS h FROM measurements

### num-sum-of-integers-is-hugeint
SELECT sum(quantity) AS q, sum(big) AS b, sum(counter::HUGEINT) AS c, avg(quantity) AS a FROM sales JOIN measurements ON seq = id

### num-bin-functions
SELECT id, width FROM (SELECT id, equi_width_bins(0, 100, id % 5 + 1, true) AS width FROM people) WHERE id < 10

### num-between-and-in
SELECT id FROM sales WHERE price BETWEEN 5 AND 10.5 AND quantity NOT BETWEEN 3 AND 4 AND id NOT IN (1, 2, 3) OR quantity IN (12)

### num-between-symmetric-like
SELECT id FROM sales WHERE NOT (price NOT BETWEEN 1 AND 20) AND -price < -3

### num-literals
SELECT 1_000_000 AS a, 1e3 AS b, 0.5 AS c, .5 AS d, 5. AS e, 1.50 AS f, 123456789012345678901234567890 AS g, 1E-2 AS h

### num-precedence
SELECT id, 1 + id * 2 - -3 AS a, (1 + id) * 2 AS b, NOT id = 3 AND id > 2 OR id < 1 AS c, 2 * id % 3 AS d, -id ** 2 AS e FROM people

### num-comparison-operators
SELECT id, id = 5 AS a, id == 5 AS b, id <> 5 AS c, id != 5 AS d, id < 5 AS e, id <= 5 AS f, id > 5 AS g, id >= 5 AS h FROM people

### num-setbits
SELECT id, bitstring_agg(id) OVER (ORDER BY id) AS b FROM documents

### num-bitstring-functions
SELECT id, flags, bit_count(flags) AS n, get_bit(flags, 7) AS g, set_bit(flags, 0, 1) AS s, bit_length(title) AS l, flags & '00001111'::BIT AS a, octet_length(digest) AS o FROM documents

### num-random-range-function
SELECT id FROM people WHERE random() BETWEEN 0 AND 1
