### struct-dot-access
SELECT id, address.street AS a, address.geo.lat AS b, (address).zip AS c, people.address.geo.lon AS d FROM people

### struct-dot-access-through-alias
SELECT p.id, p.address.street AS a, p.address.geo.lat + 1 AS b FROM people p

### struct-bracket-access
SELECT id, address['zip'] AS a, address['geo']['lat'] AS b FROM people

### struct-functions
SELECT id, struct_extract(address, 'street') AS a, struct_pack(x := id, y := name) AS b, struct_insert({'a': id}, b := name) AS c, row(id, name) AS d FROM people

### struct-literal
SELECT id, {'id': id, 'nested': {'name': name, 'l': [1, id]}} AS s, {name: name, 'two words': id} AS t FROM people

### struct-literal-field-access
SELECT id, {'a': id, 'b': name}.b AS b, ({'a': {'c': id}}).a.c AS c FROM people

### struct-in-where-and-order [ordered]
SELECT id FROM people WHERE address.geo.lat > 0 ORDER BY address.geo.lon DESC, id

### struct-comparison
SELECT id, {'a': id} = {'a': 3} AS a, {'a': id, 'b': 1} < {'a': 5, 'b': 0} AS b, address = address AS c FROM people

### struct-group-by-field
SELECT address.geo.lat > 0 AS north, count(*) AS n FROM people GROUP BY address.geo.lat > 0

### struct-unnest
SELECT id, unnest(address) FROM people

### struct-unnest-recursive
SELECT id, unnest(address, recursive := true) FROM people

### struct-star
SELECT id, address.* FROM people

### struct-update-and-keys
SELECT id, struct_update({'a': id, 'b': 1}, b := 2) AS a, struct_keys(address) AS k, struct_concat({'a': 1}, {'b': id}) AS c FROM people WHERE id < 9

### struct-whole-value
SELECT id, address, address.geo AS geo FROM people

### struct-agg
SELECT country, list({'id': id, 'name': name} ORDER BY id) AS l, max({'s': salary, 'id': id}).id AS top FROM people GROUP BY country

### struct-to-json
SELECT id, to_json(address) AS j, to_json({'n': name, 't': tags}) AS k FROM people
