package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.Optional;

/** How one warehouse writes SQL, as far as Calque writes any itself. */
public interface WarehouseDialect {
  /** The dialect's name, such as {@code duckdb}. */
  String name();

  /** An identifier that means exactly this name, quoted only if it has to be. */
  String identifier(String name);

  /** A character string literal. */
  String stringLiteral(String value);

  /** What binding has to know of this dialect. */
  NameRules nameRules();

  /**
   * An aggregate that gives the value of the first row in an order, a NULL too; empty if the
   * warehouse has none.
   *
   * @param order what follows ORDER BY
   */
  Optional<String> firstInOrder(String value, String order);

  /** The warehouse's aggregate functions. */
  Aggregates aggregates();
}
