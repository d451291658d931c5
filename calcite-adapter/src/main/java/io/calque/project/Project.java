package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.model.SemanticModel;
import io.calque.project.ProjectParts.Compiling;
import io.calque.rewrite.CompiledQuery;
import io.calque.rewrite.QueryCompiler;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model with its warehouse: compiles statements, and remembers what it compiled. Safe for all
 * threads.
 *
 * <p>All that depends on the model's text is one immutable {@link Edition}, so that another edition
 * can take its place while statements of the old one still run.
 */
public final class Project {
  private static final Logger LOG = LoggerFactory.getLogger(Project.class);

  /** The least time between two looks at the model's files: nobody edits and asks faster. */
  private static final long SHORTEST_PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  /** The most time, however long a look takes. */
  private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** Between these, a look may take a tenth of the time. */
  private static final int LOOK_SHARE = 10;

  private final ModelSource source;
  private final Compiling compilers;
  private final Lease<Warehouse> warehouse;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Edition edition;

  /** When to look next; guarded by looking where it is changed. */
  private volatile long nextLook;

  /** Guarded by looking. */
  private ModelStamp stamp;

  /**
   * A model as it was read once, and what was compiled with it.
   *
   * @param loadedAt when it was read
   * @param stale why the files have a newer one that cannot be used
   */
  private record Edition(
      Instant loadedAt,
      SemanticSchema schema,
      List<String> warnings,
      CompiledQueries compiled,
      Once<TableList> tables,
      ColumnTypes columnTypes,
      Optional<String> stale) {
    private Edition withStale(Optional<String> newStale) {
      return new Edition(loadedAt, schema, warnings, compiled, tables, columnTypes, newStale);
    }
  }

  Project(
      ModelSource source,
      ModelStamp stamp,
      ModelSource.Usable read,
      Compiling compilers,
      Lease<Warehouse> warehouse) {
    this.source = source;
    this.stamp = stamp;
    this.compilers = compilers;
    this.warehouse = warehouse;
    this.edition = edition(read);
    this.nextLook = System.nanoTime();
  }

  private Edition edition(ModelSource.Usable read) {
    Warehouse present = warehouse.value();
    SemanticSchema schema = new SemanticSchema(read.model());
    QueryCompiler compiler =
        compilers.compiler(
            schema, present.dialect(), present.tableNames(), new WarehouseStoredTables(present));
    return new Edition(
        Instant.now(),
        schema,
        read.problems(),
        new CompiledQueries(compiler),
        new Once<>(() -> TableList.of(schema)),
        new ColumnTypes(compiler, present),
        Optional.empty());
  }

  /** The newest edition that can be used. */
  private Edition current() {
    long now = System.nanoTime();
    if (now - nextLook >= 0 && looking.tryLock()) {
      try {
        ModelStamp seen = stamp.isUpToDate() ? stamp : source.stamp();
        long took = (System.nanoTime() - now) * LOOK_SHARE;
        boolean isChanged = !seen.hasSameFiles(stamp);
        stamp = seen;
        if (isChanged) {
          edition = next();
        }
        nextLook =
            System.nanoTime() + Math.max(SHORTEST_PAUSE_NANOS, Math.min(LONGEST_PAUSE_NANOS, took));
      } finally {
        looking.unlock();
      }
    }
    return edition;
  }

  private Edition next() {
    try {
      ModelSource.Usable read = source.read();
      LOG.info("The model of {} has changed and was read again", name());
      read.problems().forEach(problem -> LOG.warn("{}", problem));
      return edition(read);
    } catch (CalqueException e) {
      LOG.warn("The changed model of {} cannot be used: {}", name(), e.getMessage());
      return edition.withStale(
          Optional.of(
              "the model's files have changed and cannot be used; the last good model answers: "
                  + e.reason()));
    }
  }

  /** What the project is called; the JDBC catalog. */
  public String name() {
    return source.config().name();
  }

  public SemanticModel model() {
    return current().schema().model();
  }

  /** When the model that answers now was read. */
  public Instant loadedAt() {
    return current().loadedAt();
  }

  /** What is wrong with the model and did not keep it from being used. */
  public List<String> warnings() {
    Edition present = current();
    return Stream.concat(present.warnings().stream(), present.stale().stream()).toList();
  }

  /** Why statements are answered from an older model than the files hold; empty if they are not. */
  public Optional<String> staleness() {
    return edition.stale();
  }

  /** The tables that tools see. */
  public TableList tables() {
    return current().tables().get();
  }

  /** The warehouse's types of those tables' columns. */
  public ColumnTypes columnTypes() {
    return current().columnTypes();
  }

  public Warehouse warehouse() {
    return warehouse.value();
  }

  /**
   * Compiles a statement, or finds it compiled. Equal texts give the same object.
   *
   * @param schema the schema of tables that are named without one, as {@link QueryCompiler} has it
   * @throws CalqueException if it is not a query, or not one that the model can answer
   */
  public CompiledQuery compile(String sql, String schema) {
    return current().compiled().get(sql, schema);
  }

  /** A name as SQL reads it, whatever it is. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  void close() {
    warehouse.close();
  }
}
