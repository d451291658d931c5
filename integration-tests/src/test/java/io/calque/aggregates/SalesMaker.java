package io.calque.aggregates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes data, pre-aggregated tables and queries of {@link Sales} by chance. */
final class SalesMaker {
  private static final List<String> GRAIN =
      List.of("day", "channel", "customer_id", "gift", "region", "month", "large", "id");

  private static final List<String> METRICS =
      List.of(
          "sales",
          "keys",
          "revenue",
          "sold",
          "gifts",
          "least",
          "last_day",
          "any_gift",
          "buyers",
          "mean",
          "middle",
          "load",
          "price",
          "share",
          "names");

  private static final List<String> CONDITIONS =
      List.of(
          "s.channel = 'web'",
          "s.channel <> 'web'",
          "s.channel IS NULL",
          "s.day = DATE '2024-01-03'",
          "s.day < DATE '2024-02-02'",
          "s.gift",
          "s.customer_id = 3",
          "s.customer_id IN (1, 2, 5)",
          "s.region = 'north'",
          "s.month = 1",
          "NOT s.large",
          "coalesce(s.channel, 'none') LIKE '%e%'",
          "s.pieces > 2",
          "s.customer_id IN (SELECT id FROM customer WHERE segment = 'a')");

  private static final List<String> OF_CUSTOMERS =
      List.of("c.segment = 'a'", "c.region IS NULL", "c.id < 5");

  private static final List<String> JOINS =
      List.of(
          "sale s JOIN customer c",
          "sale s LEFT JOIN customer c",
          "sale s RIGHT JOIN customer c",
          "sale s FULL JOIN customer c",
          "customer c JOIN sale s",
          "customer c LEFT JOIN sale s",
          "customer c FULL JOIN sale s",
          "sale s JOIN customer c ON c.id = s.customer_id AND s.channel = 'web'",
          "sale s LEFT JOIN customer c ON buying AND c.segment = 'a'",
          "customer c LEFT JOIN sale s ON buying AND s.gift",
          "customer c JOIN sale s JOIN visit v",
          "sale s JOIN visit v ON v.customer_id = s.customer_id JOIN customer c ON c.id = v.id");

  private static final List<String> KEYS =
      List.of(
          "s.day",
          "s.channel",
          "s.customer_id",
          "s.gift",
          "s.region",
          "s.month",
          "s.large",
          "s.id",
          "upper(s.channel)",
          "date_trunc('month', s.day)",
          "s.customer_id % 2");

  private static final Pattern FEATURE = Pattern.compile("\\bs\\.(\\w+)");

  private final Random random;

  /**
   * DuckDB 2.0.0.1 loses groups that HAVING SUM(x) > n keeps, over a LEFT JOIN of a table without
   * rows whose ON has a condition of its own; in plain SQL, too.
   */
  private boolean canHaveHaving;

  private final List<Table> tables = new ArrayList<>();

  /** What a query may speak of so that a table can answer it. */
  private record Table(List<String> grain, List<String> metrics) {
    List<String> fitting(List<String> expressions) {
      return expressions.stream().filter(this::fits).toList();
    }

    private boolean fits(String expression) {
      return FEATURE.matcher(expression).results().allMatch(name -> grain.contains(name.group(1)));
    }
  }

  SalesMaker(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private List<String> some(List<String> choices, int least, int most) {
    List<String> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, random);
    int size = Math.min(shuffled.size(), least + random.nextInt(most - least + 1));
    return shuffled.subList(0, size);
  }

  /** The statements that make its tables. */
  List<String> data() {
    int customers = random.nextInt(8);
    canHaveHaving = customers > 0;
    int sales = chance(0.1) ? 0 : random.nextInt(60);
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE customers (id INTEGER, region VARCHAR, segment VARCHAR)");
    statements.add(
        "CREATE TABLE sales (id BIGINT, day DATE, channel VARCHAR, customer INTEGER,"
            + " amount DECIMAL(10, 2), pieces INTEGER, weight DOUBLE PRECISION, gift BOOLEAN)");
    statements.add(
        "CREATE TABLE visits AS SELECT i AS id, i % 5 AS customer FROM generate_series(0, 8) t(i)");
    for (int i = 1; i <= customers; i++) {
      statements.add(
          "INSERT INTO customers VALUES (%d, %s, %s)"
              .formatted(i, pick(words("north", "south")), pick(words("a", "b"))));
    }
    for (int i = 1; i <= sales; i++) {
      statements.add(
          "INSERT INTO sales VALUES (%d, %s, %s, %s, %s, %s, %s, %s)"
              .formatted(
                  i,
                  pick(List.of("NULL", "'2024-01-03'", "'2024-01-30'", "'2024-02-02'")),
                  pick(words("web", "shop", "phone", "")),
                  chance(0.15) ? "NULL" : String.valueOf(1 + random.nextInt(9)),
                  chance(0.15) ? "NULL" : random.nextInt(10_000) + "." + random.nextInt(100),
                  chance(0.15) ? "NULL" : String.valueOf(random.nextInt(7)),
                  chance(0.15) ? "NULL" : String.valueOf(random.nextInt(8) / 4.0),
                  pick(List.of("NULL", "TRUE", "FALSE"))));
    }
    return statements;
  }

  private static List<String> words(String... words) {
    List<String> literals = new ArrayList<>(List.of("NULL"));
    for (String word : words) {
      literals.add("'" + word + "'");
    }
    return literals;
  }

  /** The pre-aggregated tables as the model has them, which queries are then about. */
  String aggregates() {
    StringBuilder yaml = new StringBuilder();
    int count = 1 + random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      Table table = new Table(some(GRAIN, 1, 4), some(METRICS, 3, METRICS.size()));
      tables.add(table);
      yaml.append(
          "  - {name: t%d, table: shop.main.stored_%d, grain: [%s], metrics: [%s]}%n"
              .formatted(
                  i, i, String.join(", ", table.grain()), String.join(", ", table.metrics())));
    }
    return yaml.toString();
  }

  /** A query for metrics; most are about what a table has. */
  String query() {
    Table about =
        chance(0.85)
            ? pick(tables)
            : new Table(concat(GRAIN, List.of("pieces", "amount")), METRICS);
    boolean isJoined = chance(about.grain().contains("customer_id") ? 0.6 : 0.1);
    String from = isJoined ? pick(JOINS) : "sale s";
    List<String> keys = new ArrayList<>(some(about.fitting(KEYS), 0, 3));
    if (chance(0.3)) {
      keys = new ArrayList<>(about.grain().stream().map(name -> "s." + name).toList());
    }
    if (isJoined && chance(0.5)) {
      keys.add(pick(List.of("c.region", "c.segment", "c.id")));
    }
    List<String> items = new ArrayList<>(keys);
    for (String metric : some(about.metrics(), 1, 3)) {
      items.add("METRIC('s." + metric + "')" + (chance(0.15) ? filter(about) : ""));
    }
    if (isJoined && chance(0.2)) {
      items.add("METRIC('c.customers')");
    }
    if (chance(0.05)) {
      items.add("COUNT(*)");
    }
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = 0; i < items.size(); i++) {
      sql.append(i == 0 ? "" : ", ").append(items.get(i)).append(" AS x").append(i);
    }
    sql.append(" FROM ").append(from).append(where(about, isJoined)).append(groupBy(keys));
    if (canHaveHaving && chance(0.15)) {
      sql.append(" HAVING METRIC('s.%s') > 1".formatted(pick(about.metrics())));
    }
    return sql.toString();
  }

  private static List<String> concat(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private String filter(Table about) {
    List<String> conditions =
        about.fitting(CONDITIONS).stream().filter(sql -> !sql.contains("SELECT")).toList();
    return conditions.isEmpty() ? "" : " FILTER (WHERE " + pick(conditions) + ")";
  }

  private String where(Table about, boolean isJoined) {
    List<String> fitting = about.fitting(CONDITIONS);
    List<String> conditions =
        new ArrayList<>(some(fitting, 0, chance(0.4) ? 0 : Math.min(2, fitting.size())));
    if (isJoined && chance(0.25)) {
      conditions.add(pick(OF_CUSTOMERS));
    }
    return conditions.isEmpty()
        ? ""
        : " WHERE " + String.join(chance(0.85) ? " AND " : " OR ", conditions);
  }

  private String groupBy(List<String> keys) {
    if (keys.isEmpty()) {
      return "";
    }
    String all = String.join(", ", keys);
    return " GROUP BY "
        + switch (random.nextInt(8)) {
          case 0 -> "ROLLUP (" + all + ")";
          case 1 -> keys.size() < 4 ? "CUBE (" + all + ")" : all;
          case 2 -> "GROUPING SETS ((" + all + "), (" + keys.get(0) + "))";
          case 3 -> "ALL";
          default -> all;
        };
  }
}
