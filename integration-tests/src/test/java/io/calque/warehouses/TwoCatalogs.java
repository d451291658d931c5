package io.calque.warehouses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model whose customers lie in one catalog, and what was written about them in another. */
public final class TwoCatalogs {
  private TwoCatalogs() {}

  /** Writes it: {@code tpch.tiny.customer}, and {@code fair.crm.notes (customer, note)}. */
  static void write(Path folder, TestWarehouse warehouse) throws IOException {
    StringBuilder config = new StringBuilder("warehouse:\n");
    config.append("  url: '").append(warehouse.url("tpch")).append("'\n");
    warehouse.settings().forEach(line -> config.append("  ").append(line).append('\n'));
    write(folder, config.toString());
  }

  /**
   * Writes it.
   *
   * @param config the whole of calque.yml
   */
  public static void write(Path folder, String config) throws IOException {
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(folder.resolve("calque.yml"), config);
    Files.writeString(
        folder.resolve("entities/customer.yml"),
        """
        name: customer
        description: In one catalog
        key_source: tpch.tiny.customer
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, description: '', source: tpch.tiny.customer, field: c_custkey}
          - {type: field, name: name, data_type: string, description: '', source: tpch.tiny.customer, field: c_name}
          - {type: field, name: balance, data_type: number, description: '', source: tpch.tiny.customer, field: c_acctbal}
          - {type: metric, name: notes, data_type: number, description: '', source: note, metric: notes}
        metrics:
          - {name: balances, description: Sum, sql: "SUM({balance})"}
        """);
    Files.writeString(
        folder.resolve("entities/note.yml"),
        """
        name: note
        description: In another catalog
        key_source: fair.crm.notes
        keys: [customer_id, text]
        features:
          - {type: field, name: customer_id, data_type: number, description: '', source: fair.crm.notes, field: customer}
          - {type: field, name: text, data_type: string, description: '', source: fair.crm.notes, field: note}
        metrics:
          - {name: notes, description: How many, sql: "COUNT(*)"}
        """);
    Files.writeString(
        folder.resolve("entities_relationships.yml"),
        """
        relationships:
          customer-note:
            relationship: one_to_many
            description: What was written about them
            joins:
              - {name: about, type: sql, sql: '{source}.{id} = {destination}.{customer_id}'}
        """);
  }
}
