package io.calque.mount;

import io.calque.jdbc.CalqueDataSource;
import io.calque.project.Project;
import io.calque.project.ProjectRequest;
import io.calque.project.Projects;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.Lease;
import java.lang.ref.Cleaner;
import java.util.List;
import javax.sql.DataSource;
import org.apache.calcite.adapter.jdbc.JdbcConvention;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.Schemas;
import org.apache.calcite.schema.lookup.Lookup;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.util.NameMap;

/**
 * The entities of a project as tables of a Calcite connection, with {@code bridges} and {@code
 * meta} as subschemas. Calcite never says that it has done with a schema, so the project is held
 * until the garbage collector finds nobody who could ask for it.
 */
final class MountedSchema extends JdbcSchema {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Lookup<JdbcSchema> subSchemas;

  private MountedSchema(DataSource source, SqlDialect dialect, JdbcConvention convention) {
    super(source, dialect, convention, null, SemanticSchema.ENTITIES);
    NameMap<JdbcSchema> others = new NameMap<>();
    for (String other : List.of(SemanticSchema.BRIDGES, SemanticSchema.META)) {
      others.put(other, new JdbcSchema(source, dialect, convention, null, other));
    }
    this.subSchemas = Lookup.of(others);
  }

  /** Reads the model, and connects to the warehouse, if nobody has yet. */
  static MountedSchema open(SchemaPlus parent, String name, ProjectRequest request) {
    Lease<Project> lease = Projects.shared().lease(request);
    try {
      SqlDialect dialect = CalciteDialects.of(lease.value().warehouse().dialect().name());
      Expression expression = Schemas.subSchemaExpression(parent, name, JdbcSchema.class);
      MountedSchema schema =
          new MountedSchema(source(request), dialect, JdbcConvention.of(dialect, expression, name));
      CLEANER.register(schema, lease::close);
      return schema;
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /** Calcite takes each column that it sees for one that a star returns; metrics are none. */
  private static DataSource source(ProjectRequest request) {
    CalqueDataSource source = new CalqueDataSource();
    source.setModel(request.location());
    request.warehouse().ifPresent(source::setWarehouse);
    request.user().ifPresent(source::setUser);
    request.password().ifPresent(source::setPassword);
    request.domain().ifPresent(source::setDomain);
    source.setLenient(request.lenient());
    source.setMetricColumns(false);
    return source;
  }

  @Override
  public Lookup<? extends Schema> subSchemas() {
    return subSchemas;
  }
}
