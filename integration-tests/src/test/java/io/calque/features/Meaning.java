package io.calque.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.Rows;
import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a feature is, in terms of the tables.
 *
 * @param feature its name in the model
 * @param sql its value, where {@code x} is the row of the entity's table
 */
record Meaning(String feature, String sql) {
  @Override
  public String toString() {
    return feature;
  }

  /** An entity, whose key is one column, and its table. */
  enum Of {
    CLIENT("client", "id", "clients", "no"),
    SHIPMENT("shipment", "id", "shipments", "no"),
    DEPOT("depot", "id", "depots", "no"),
    PARCEL("parcel", "id", "parcels", "no"),
    TAG("tag", "tag", "tags", "tag");

    private final String entity;
    private final String key;
    private final String table;
    private final String keyColumn;

    Of(String entity, String key, String table, String keyColumn) {
      this.entity = entity;
      this.key = key;
      this.table = table;
      this.keyColumn = keyColumn;
    }

    /** The feature has its meaning in every row of the entity. */
    void assertHas(SideBySide freight, Meaning meaning) throws SQLException {
      freight.assertSameRows(question(List.of(meaning)), answer(meaning));
    }

    /** Several features, asked for in one query, have each its meaning. */
    void assertHas(SideBySide freight, List<Meaning> meanings) throws SQLException {
      Rows rows = freight.rows(question(meanings));
      for (int i = 0; i < meanings.size(); i++) {
        Meaning meaning = meanings.get(i);
        assertEquals(
            freight.plainRows(answer(meaning)).sorted(),
            rows.firstAnd(i + 1).sorted(),
            meaning.feature());
      }
    }

    private String question(List<Meaning> meanings) {
      String features =
          meanings.stream().map(m -> "e." + m.feature()).collect(Collectors.joining(", "));
      return "SELECT e.%s, %s FROM %s e".formatted(key, features, entity);
    }

    private String answer(Meaning meaning) {
      return "SELECT x.%s, (%s) FROM %s x".formatted(keyColumn, meaning.sql(), table);
    }
  }
}
