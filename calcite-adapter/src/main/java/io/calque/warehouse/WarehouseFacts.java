package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a warehouse tells of itself. Each thing is asked for once, when it is first wanted; what
 * cannot be told is logged, and answered as if there were none of it. Safe for all threads.
 */
public final class WarehouseFacts {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseFacts.class);

  private final Warehouse warehouse;
  private volatile List<WarehouseFunction> functions;
  private volatile List<WarehouseType> types;
  private volatile WarehouseLimits limits;
  private volatile NullOrder nullOrder;

  WarehouseFacts(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** A question to the warehouse's driver. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** The answer; {@code otherwise} if the warehouse cannot tell. */
  <T> T ask(Question<T> question, T otherwise) throws SQLException {
    try (Connection connection = warehouse.borrow()) {
      return question.ask(connection);
    } catch (WarehouseException e) {
      throw e;
    } catch (SQLException e) {
      LOG.warn(
          "The warehouse cannot tell something about itself: {}", warehouse.explain(e).text(), e);
      return otherwise;
    }
  }

  /** The functions that queries may call, by name; asked for once. */
  public List<WarehouseFunction> functions() throws SQLException {
    List<WarehouseFunction> present = functions;
    if (present == null) {
      NameRules rules = warehouse.dialect().nameRules();
      present =
          ask(warehouse.engine()::functions, List.<WarehouseFunction>of()).stream()
              .filter(function -> !rules.isRefused(function.name()))
              .filter(f -> !f.returnsTable() || rules.isTableFunction(f.name()))
              .sorted(Comparator.comparing(WarehouseFunction::name))
              .toList();
      functions = present;
    }
    return present;
  }

  /** The types that columns can have, by JDBC type; asked for once. */
  public List<WarehouseType> types() throws SQLException {
    List<WarehouseType> present = types;
    if (present == null) {
      present =
          ask(warehouse.engine()::types, List.<WarehouseType>of()).stream()
              .sorted(Comparator.comparing(WarehouseType::jdbcType))
              .toList();
      types = present;
    }
    return present;
  }

  /** Where NULLs come in an ORDER BY that does not say; asked for once. */
  public NullOrder nullOrder() throws SQLException {
    NullOrder present = nullOrder;
    if (present == null) {
      present = ask(warehouse.engine()::nullOrder, NullOrder.AT_END);
      nullOrder = present;
    }
    return present;
  }

  /** How long and how many its driver says things may be; asked for once. */
  public WarehouseLimits limits() throws SQLException {
    WarehouseLimits present = limits;
    if (present == null) {
      present =
          ask(
              connection -> WarehouseLimits.of(connection.getMetaData()),
              new WarehouseLimits(0, 0, 0, 0, 0, 0));
      limits = present;
    }
    return present;
  }
}
