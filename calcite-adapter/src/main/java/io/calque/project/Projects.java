package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.project.ProjectParts.Compiling;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Shared;
import io.calque.warehouse.StoredTables;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The projects in use, one for each distinct request. */
public final class Projects {
  private static final Logger LOG = LoggerFactory.getLogger(Projects.class);

  /** The one registry of a JVM, so that all connections share what they can. */
  private static final Projects SHARED = new Projects(Wiring.parts(), System::getenv);

  private final ProjectParts parts;
  private final UnaryOperator<String> environment;
  private final Warehouses warehouses = new Warehouses();
  private final Shared<ProjectRequest, Project> open = new Shared<>(this::make, Project::close);

  /**
   * A registry of its own.
   *
   * @param environment from the name of a variable to its value, or null
   */
  public Projects(ProjectParts parts, UnaryOperator<String> environment) {
    this.parts = parts;
    this.environment = environment;
  }

  /** The registry that all connections of this JVM use. */
  public static Projects shared() {
    return SHARED;
  }

  /**
   * A lease on the project that is asked for; reads the model and connects if nobody has yet.
   *
   * @throws CalqueException if there is no such project, its model has errors, or its warehouse
   *     cannot be reached
   */
  public Lease<Project> lease(ProjectRequest request) {
    return open.lease(withRealPath(request));
  }

  /** How many projects are in use. */
  public int size() {
    return open.size();
  }

  /** How many warehouses are in use. */
  public int warehouses() {
    return warehouses.size();
  }

  private Project make(ProjectRequest request) {
    ProjectConfig config = ProjectConfig.read(request, environment);
    Opening<Lease<Warehouse>> opening =
        Opening.start(() -> warehouses.lease(config.requiredWarehouse()));
    Once<Lease<Warehouse>> warehouse = new Once<>(opening::await);
    ModelSource source =
        new ModelSource(config, parts.reader(), request.lenient(), new WarehouseColumns(warehouse));
    try {
      ModelStamp stamp = source.stamp();
      ModelSource.Usable read = source.read();
      read.problems().forEach(problem -> LOG.warn("{}", problem));
      return new Project(source, stamp, read, compilers(request), warehouse.get());
    } catch (RuntimeException e) {
      opening.undo(Lease::close);
      throw e;
    }
  }

  private Compiling compilers(ProjectRequest request) {
    StoredTables off = StoredTables.none("the connection says aggregates=off");
    return request.preAggregates()
        ? parts.compilers()
        : (schema, dialect, names, stored) ->
            parts.compilers().compiler(schema, dialect, names, off);
  }

  /** Two ways to write one place are one project. */
  private static ProjectRequest withRealPath(ProjectRequest request) {
    try {
      return new ProjectRequest(
          Path.of(request.location()).toRealPath().toString(),
          request.warehouse(),
          request.user(),
          request.password(),
          request.domain(),
          request.tables(),
          request.foreignKeys(),
          request.lenient(),
          request.preAggregates());
    } catch (IOException | InvalidPathException e) {
      LOG.debug("{} has no real path; reading it will tell why", request, e);
      return request;
    }
  }
}
