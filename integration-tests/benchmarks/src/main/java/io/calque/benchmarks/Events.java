package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts, each with ten metric features over its hundred events, which lie scattered among those
 * of others and are indexed by account.
 *
 * @param folder the project
 */
record Events(DuckDbFile file, Path folder) {
  private static final int EVENTS_EACH = 100;

  /** Each a metric of events and a filter, which may be empty. */
  private static final List<String[]> FEATURES =
      List.of(
          new String[] {"events", "events", ""},
          new String[] {"spent", "amounts", ""},
          new String[] {"largest", "largest", ""},
          new String[] {"smallest", "smallest", ""},
          new String[] {"mean", "mean", ""},
          new String[] {"purchases", "events", "buy"},
          new String[] {"bought", "amounts", "buy"},
          new String[] {"returns", "events", "return"},
          new String[] {"returned", "amounts", "return"},
          new String[] {"visits", "events", "visit"});

  static Events of(Settings settings, int events) throws SQLException, IOException {
    Path folder = settings.data().resolve("events-" + events);
    DuckDbFile file = DuckDbFile.of(folder, "shop", connection -> fill(connection, events));
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(
        folder.resolve("calque.yml"),
        "name: shop\nwarehouse:\n  url: '%s'\n".formatted(file.url()));
    Files.writeString(folder.resolve("entities/account.yml"), account());
    Files.writeString(
        folder.resolve("entities/event.yml"),
        """
        name: event
        description: What an account did
        key_source: shop.main.event
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, description: '', source: shop.main.event, field: id}
          - {type: field, name: account_id, data_type: number, description: '', source: shop.main.event, field: account_id}
          - {type: field, name: kind, data_type: string, description: '', source: shop.main.event, field: kind}
          - {type: field, name: amount, data_type: number, description: '', source: shop.main.event, field: amount}
        metrics:
          - {name: events, description: '', sql: 'COUNT(*)'}
          - {name: amounts, description: '', sql: 'SUM({amount})'}
          - {name: largest, description: '', sql: 'MAX({amount})'}
          - {name: smallest, description: '', sql: 'MIN({amount})'}
          - {name: mean, description: '', sql: 'AVG({amount})'}
        """);
    Files.writeString(
        folder.resolve("entities_relationships.yml"),
        """
        relationships:
          account-event:
            relationship: one_to_many
            description: Who did it
            joins:
              - {name: did, type: sql, sql: '{source}.{id} = {destination}.{account_id}'}
        """);
    return new Events(file, folder);
  }

  private static void fill(Connection connection, int events) throws SQLException {
    int accounts = events / EVENTS_EACH;
    Queries.execute(
        connection,
        """
        CREATE TABLE account AS
        SELECT range AS id, 'account ' || range AS name FROM range(%d)\
        """
            .formatted(accounts),
        """
        CREATE TABLE event AS
        SELECT range AS id, hash(range) %% %d AS account_id,
          ['buy', 'return', 'visit', 'visit'][1 + range %% 4] AS kind,
          CAST(range %% 1000 AS DECIMAL(12, 2)) AS amount
        FROM range(%d)\
        """
            .formatted(accounts, events),
        "ALTER TABLE event ALTER account_id TYPE BIGINT",
        "CREATE UNIQUE INDEX account_key ON account (id)",
        "CREATE INDEX event_account ON event (account_id)");
  }

  private static String account() {
    StringBuilder yaml =
        new StringBuilder(
            """
            name: account
            description: Somebody
            key_source: shop.main.account
            keys: [id]
            features:
              - {type: field, name: id, data_type: number, description: '', source: shop.main.account, field: id}
              - {type: field, name: name, data_type: string, description: '', source: shop.main.account, field: name}
            """);
    for (String[] feature : FEATURES) {
      String filters =
          feature[2].isEmpty()
              ? ""
              : ", filters: [{type: field, field: kind, operator: is, values: [%s]}]"
                  .formatted(feature[2]);
      yaml.append(
          "  - {type: metric, name: %s, data_type: number, description: '', source: event, metric: %s%s}\n"
              .formatted(feature[0], feature[1], filters));
    }
    return yaml.toString();
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + folder);
  }

  /** All ten features of the accounts that meet a condition. */
  static String lookup(String condition) {
    List<String> names = new ArrayList<>(List.of("name"));
    FEATURES.forEach(feature -> names.add(feature[0]));
    return "SELECT " + String.join(", ", names) + " FROM account WHERE " + condition;
  }

  /**
   * The same as a person who knows the tables writes it.
   *
   * @param ofEvents what the condition is for events
   */
  static String handWritten(String condition, String ofEvents) {
    return """
        SELECT name, n, amount, largest, smallest, mean, coalesce(buys, 0), bought,
          coalesce(returns, 0), returned, coalesce(visits, 0)
        FROM account LEFT JOIN (
          SELECT account_id, count(*) AS n, sum(amount) AS amount, max(amount) AS largest,
            min(amount) AS smallest, avg(amount) AS mean,
            count(*) FILTER (WHERE kind = 'buy') AS buys,
            sum(amount) FILTER (WHERE kind = 'buy') AS bought,
            count(*) FILTER (WHERE kind = 'return') AS returns,
            sum(amount) FILTER (WHERE kind = 'return') AS returned,
            count(*) FILTER (WHERE kind = 'visit') AS visits
          FROM event WHERE %2$s GROUP BY account_id
        ) e ON account_id = id
        WHERE %1$s
        """
        .formatted(condition, ofEvents);
  }
}
