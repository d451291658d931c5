package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.model.SemanticModel;
import io.calque.rewrite.CompiledQuery;
import io.calque.rewrite.QueryCompiler;
import io.calque.warehouse.Lease;
import io.calque.warehouse.LruCache;
import io.calque.warehouse.Warehouse;
import java.util.List;

/**
 * A model with its warehouse: compiles statements, and remembers what it compiled. Safe for all
 * threads.
 *
 * <p>All that depends on the model's text is one immutable {@link Edition}, so that another edition
 * can take its place while statements of the old one still run.
 */
public final class Project {
  /** Compiled statements that are kept. */
  private static final int COMPILED = 1_000;

  private final ProjectConfig config;
  private final Lease<Warehouse> warehouse;
  private final Edition edition;

  /** A model as it was read once, and what was compiled with it. */
  private record Edition(
      SemanticModel model,
      List<String> warnings,
      QueryCompiler compiler,
      LruCache<String, CompiledQuery> compiled,
      Once<TableList> tables,
      ColumnTypes columnTypes) {}

  Project(
      ProjectConfig config,
      ProjectParts parts,
      SemanticModel model,
      List<String> warnings,
      Lease<Warehouse> warehouse) {
    this.config = config;
    this.warehouse = warehouse;
    QueryCompiler compiler =
        parts
            .compilers()
            .compiler(model, warehouse.value().dialect(), warehouse.value().tableNames());
    this.edition =
        new Edition(
            model,
            List.copyOf(warnings),
            compiler,
            new LruCache<>(COMPILED),
            new Once<>(() -> TableList.of(model)),
            new ColumnTypes(compiler, warehouse.value()));
  }

  /** What the project is called; the JDBC catalog. */
  public String name() {
    return config.name();
  }

  public SemanticModel model() {
    return edition.model();
  }

  /** What is wrong with the model and did not keep it from being used. */
  public List<String> warnings() {
    return edition.warnings();
  }

  /** The tables that tools see. */
  public TableList tables() {
    return edition.tables().get();
  }

  /** The warehouse's types of those tables' columns. */
  public ColumnTypes columnTypes() {
    return edition.columnTypes();
  }

  public Warehouse warehouse() {
    return warehouse.value();
  }

  /**
   * Compiles a statement, or finds it compiled. Equal texts give the same object.
   *
   * @throws CalqueException if it is not a query, or not one that the model can answer
   */
  public CompiledQuery compile(String sql) {
    Edition current = edition;
    CompiledQuery known = current.compiled().get(sql);
    if (known != null) {
      return known;
    }
    CompiledQuery compiled = current.compiler().compile(sql);
    current.compiled().put(sql, compiled);
    return compiled;
  }

  /** A name as SQL reads it, whatever it is. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  void close() {
    warehouse.close();
  }
}
