package io.calque.aggregates;

import io.calque.model.SemanticModel;
import io.calque.project.CheckedModel;
import io.calque.project.Materialization;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A project about sales, asked with its pre-aggregated tables and without.
 *
 * @param with answers from them where it can
 * @param without never does
 */
record Sales(Connection with, Connection without) implements AutoCloseable {
  /** What every such model has besides its pre-aggregated tables. */
  private static final String SALE =
      """
      name: sale
      description: A sale
      key_source: shop.main.sales
      keys: [id]
      features:
        - {type: field, name: id, data_type: number, description: '', source: shop.main.sales, field: id}
        - {type: field, name: day, data_type: datetime, description: '', source: shop.main.sales, field: day}
        - {type: field, name: channel, data_type: string, description: '', source: shop.main.sales, field: channel}
        - {type: field, name: customer_id, data_type: number, description: '', source: shop.main.sales, field: customer}
        - {type: field, name: amount, data_type: number, description: '', source: shop.main.sales, field: amount}
        - {type: field, name: pieces, data_type: number, description: '', source: shop.main.sales, field: pieces}
        - {type: field, name: weight, data_type: number, description: '', source: shop.main.sales, field: weight}
        - {type: field, name: gift, data_type: boolean, description: '', source: shop.main.sales, field: gift}
        - {type: field, name: region, data_type: string, description: '', source: customer, field: region}
        - {type: formula, name: month, data_type: number, description: '', sql: 'EXTRACT(MONTH FROM {day})'}
        - {type: formula, name: large, data_type: boolean, description: '', sql: '{pieces} > 3'}
      metrics:
        - {name: sales, description: '', sql: 'COUNT({id})'}
        - {name: keys, description: '', sql: 'COUNT(DISTINCT {id})'}
        - {name: revenue, description: '', sql: 'SUM({amount})'}
        - {name: sold, description: '', sql: 'SUM({pieces})'}
        - {name: gifts, description: '', sql: 'COUNT(*) FILTER (WHERE {gift})'}
        - {name: least, description: '', sql: 'MIN({amount})'}
        - {name: last_day, description: '', sql: 'MAX({day})'}
        - {name: any_gift, description: '', sql: 'BOOL_OR({gift})'}
        - {name: buyers, description: '', sql: 'COUNT(DISTINCT {customer_id})'}
        - {name: mean, description: '', sql: 'AVG({pieces})'}
        - {name: middle, description: '', sql: 'MEDIAN({amount})'}
        - {name: load, description: '', sql: 'SUM({weight})'}
        - {name: price, description: '', sql: "METRIC('revenue') / NULLIF(METRIC('sold'), 0)"}
        - {name: share, description: '', sql: "1.0 * METRIC('gifts') / METRIC('sales')"}
        - {name: names, description: '', sql: "STRING_AGG(DISTINCT {channel}, ',' ORDER BY {channel})"}
      """;

  private static final String CUSTOMER =
      """
      name: customer
      description: A customer
      key_source: shop.main.customers
      keys: [id]
      features:
        - {type: field, name: id, data_type: number, description: '', source: shop.main.customers, field: id}
        - {type: field, name: region, data_type: string, description: '', source: shop.main.customers, field: region}
        - {type: field, name: segment, data_type: string, description: '', source: shop.main.customers, field: segment}
      metrics:
        - {name: customers, description: '', sql: 'COUNT({id})'}
      """;

  private static final String VISIT =
      """
      name: visit
      description: A visit of a customer
      key_source: shop.main.visits
      keys: [id]
      features:
        - {type: field, name: id, data_type: number, description: '', source: shop.main.visits, field: id}
        - {type: field, name: customer_id, data_type: number, description: '', source: shop.main.visits, field: customer}
      metrics:
        - {name: visits, description: '', sql: 'COUNT({id})'}
      """;

  private static final String RELATIONSHIPS =
      """
      relationships:
        customer-sale:
          relationship: one_to_many
          description: Who bought
          joins:
            - {name: buying, description: '', type: sql, sql: '{source}.{id} = {destination}.{customer_id}'}
        customer-visit:
          relationship: one_to_many
          description: Who came
          joins:
            - {name: coming, description: '', type: sql, sql: '{source}.{id} = {destination}.{customer_id}'}
      """;

  /**
   * Makes it.
   *
   * @param folder an empty one
   * @param data statements that make the tables {@code sales}, {@code customers} and {@code visits}
   * @param aggregates the pre-aggregated tables as the model has them, two blanks in
   */
  static Sales make(Path folder, Place place, List<String> data, String aggregates)
      throws IOException, SQLException {
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(folder.resolve("calque.yml"), place.config());
    Files.writeString(
        folder.resolve("entities/sale.yml"),
        place.sql().apply(SALE) + "aggregates:\n" + aggregates);
    Files.writeString(folder.resolve("entities/customer.yml"), CUSTOMER);
    Files.writeString(folder.resolve("entities/visit.yml"), VISIT);
    Files.writeString(folder.resolve("entities_relationships.yml"), RELATIONSHIPS);
    run(folder, place, data);
    materialize(folder);
    return open(folder);
  }

  /** Runs statements in its warehouse, past Calque. */
  static void run(Path folder, Place place, List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(place.url().apply(folder.toString()));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Builds or refreshes its pre-aggregated tables. */
  static void materialize(Path folder) throws SQLException {
    ProjectConfig config = ProjectConfig.read(ProjectRequest.of(folder.toString()), System::getenv);
    SemanticModel model = CheckedModel.read(config).model();
    try (Materialization filling = Materialization.open(model, config.requiredWarehouse())) {
      for (Materialization.Table table : Materialization.tables(model)) {
        filling.fill(table);
      }
    }
  }

  static Sales open(Path folder) throws SQLException {
    String url = "jdbc:calque:" + folder;
    return new Sales(
        DriverManager.getConnection(url), DriverManager.getConnection(url + ";aggregates=off"));
  }

  /** Whether a query is answered from one of its pre-aggregated tables. */
  boolean isStored(String sql) throws SQLException {
    return with.nativeSQL(sql).contains("stored_");
  }

  @Override
  public void close() throws SQLException {
    with.close();
    without.close();
  }
}
