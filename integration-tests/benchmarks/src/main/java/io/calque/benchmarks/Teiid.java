package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import org.teiid.adminapi.Model;
import org.teiid.adminapi.impl.ModelMetaData;
import org.teiid.deployers.VirtualDatabaseException;
import org.teiid.dqp.internal.datamgr.ConnectorManagerRepository.ConnectorManagerException;
import org.teiid.runtime.EmbeddedConfiguration;
import org.teiid.runtime.EmbeddedServer;
import org.teiid.translator.TranslatorException;
import org.teiid.translator.jdbc.postgresql.PostgreSQLExecutionFactory;

/**
 * Teiid in this process. It does not know DuckDB, whose dialect PostgreSQL's comes nearest to.
 *
 * @param server it
 * @param connection one that runs what it is told
 * @param planner one that only plans
 * @param tables where it looks for them
 */
record Teiid(EmbeddedServer server, Connection connection, Connection planner, FileSource tables)
    implements Rival {
  private static final String NAME = "bench";

  static Teiid open(DuckDbFile file, String... schemas) throws SQLException {
    FileSource tables = new FileSource(file);
    EmbeddedConfiguration configuration = new EmbeddedConfiguration();
    configuration.setUseDisk(false);
    EmbeddedServer server = new EmbeddedServer();
    server.start(configuration);
    try {
      PostgreSQLExecutionFactory translator = new PostgreSQLExecutionFactory();
      translator.start();
      server.addTranslator(NAME, translator);
      server.addConnectionFactory(NAME, tables);
      ModelMetaData[] models = new ModelMetaData[schemas.length];
      for (int i = 0; i < schemas.length; i++) {
        models[i] = model(file, schemas[i]);
      }
      server.deployVDB(NAME, models);
    } catch (TranslatorException | ConnectorManagerException | VirtualDatabaseException e) {
      throw new SQLException("Teiid cannot be started", e);
    }
    Connection planner = server.getDriver().connect("jdbc:teiid:" + NAME, null);
    Queries.execute(planner, "SET NOEXEC ON");
    return new Teiid(
        server, server.getDriver().connect("jdbc:teiid:" + NAME, null), planner, tables);
  }

  private static ModelMetaData model(DuckDbFile file, String schema) {
    ModelMetaData model = new ModelMetaData();
    model.setName(schema);
    model.setModelType(Model.Type.PHYSICAL);
    model.addSourceMapping(schema, NAME, NAME);
    model.addProperty("importer.catalog", file.catalog());
    model.addProperty("importer.schemaPattern", schema);
    model.addProperty("importer.useFullSchemaName", "false");
    return model;
  }

  @Override
  public void compile(String sql) throws SQLException {
    Queries.execute(planner, sql);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    planner.close();
    server.stop();
    tables.close();
  }
}
