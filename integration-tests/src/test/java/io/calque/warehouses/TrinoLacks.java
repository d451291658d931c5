package io.calque.warehouses;

import java.util.EnumMap;
import java.util.Map;

/** What Trino lacks. */
public final class TrinoLacks {
  private TrinoLacks() {}

  /** What a version lacks, with the reason. */
  public static Map<Lack, String> of(int version) {
    Map<Lack, String> lacks = new EnumMap<>(Lack.class);
    lacks.put(Lack.GROUP_BY_ALL, "comes with version 478");
    lacks.put(Lack.QUALIFY, "not in Trino");
    lacks.put(Lack.DISTINCT_ON, "not in Trino");
    lacks.put(Lack.ILIKE, "it is lower(…) LIKE");
    lacks.put(Lack.COLON_CAST, "not in Trino");
    lacks.put(Lack.INTERVAL_AS_TEXT, "it is INTERVAL '30' DAY");
    if (version < 476) {
      lacks.put(Lack.LIST_LITERAL, "arrays are written ARRAY[…]; 476 takes both");
    }
    lacks.put(Lack.MATCHES, "it is regexp_like");
    lacks.put(Lack.STRUCT_LITERAL, "it is CAST(ROW(…) AS ROW(…))");
    lacks.put(Lack.JSON_ARROW, "it is json_query");
    lacks.put(Lack.DATEDIFF, "it is date_diff");
    lacks.put(Lack.MEDIAN, "it is approx_percentile(…, 0.5)");
    return lacks;
  }
}
