package io.calque.warehouses;

/**
 * What is SQL in some warehouses and not in others. Calque passes it on, or refuses it where it
 * would have to write it itself.
 */
public enum Lack {
  GROUP_BY_ALL("SELECT city, COUNT(*) FROM buyer GROUP BY ALL"),
  QUALIFY("SELECT id FROM buyer QUALIFY row_number() OVER (PARTITION BY city ORDER BY id) = 1"),
  DISTINCT_ON("SELECT DISTINCT ON (city) city, id FROM buyer ORDER BY city, id"),
  ILIKE("SELECT id FROM buyer WHERE city ILIKE 'ulm'"),
  COLON_CAST("SELECT id::varchar FROM buyer"),
  TRY_CAST("SELECT TRY_CAST(city AS INTEGER) FROM buyer"),
  INTERVAL_AS_TEXT("SELECT joined + INTERVAL '30 days' FROM buyer"),
  LIST_LITERAL("SELECT [id, credit] FROM buyer"),
  MATCHES("SELECT id FROM buyer WHERE city ~ '^U'"),
  STRUCT_LITERAL("SELECT {'a': id} FROM buyer"),
  JSON_ARROW("SELECT CAST('{\"a\": 1}' AS JSON) -> 'a' FROM buyer"),
  DATEDIFF("SELECT DATEDIFF('day', joined, DATE '2024-01-01') FROM buyer"),
  MEDIAN("SELECT median(credit) FROM buyer"),
  MAX_BY("SELECT max_by(id, credit) FROM buyer"),
  /** The condition has no equality by which rows could be hashed or sorted. */
  FULL_JOIN_ON_INEQUALITY("SELECT b.id, p.id FROM buyer b FULL JOIN purchase p ON can_afford"),
  FULL_JOIN("SELECT b.id, p.id FROM buyer b FULL JOIN purchase p"),
  ROLLUP("SELECT shop, COUNT(*) FROM purchase GROUP BY ROLLUP (shop)"),
  NULLS_LAST("SELECT credit FROM buyer ORDER BY credit NULLS LAST"),
  /** A type for moments that are the same wherever one is. */
  INSTANTS("SELECT CAST('2024-03-31 01:30:00 UTC' AS TIMESTAMP WITH TIME ZONE)");

  private final String query;

  Lack(String query) {
    this.query = query;
  }

  /** A query over the model that only a warehouse without this lack can run. */
  String query() {
    return query;
  }
}
