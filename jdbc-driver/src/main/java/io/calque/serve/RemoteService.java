package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.ConnectionPropertiesImpl;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.proto.Responses;
import org.apache.calcite.avatica.remote.Service;

/** Answers the requests of one user in the user's own connections. */
final class RemoteService implements Service {
  private static final Envelope ENVELOPE = new Envelope();

  private final Sessions sessions;
  private final String user;
  private final RowBudget.Share budget;
  private final Set<String> fixedProperties;

  /**
   * For one request.
   *
   * @param fixedProperties what a client may not set, as the server has set it
   */
  RemoteService(
      Sessions sessions, String user, RowBudget.Share budget, Set<String> fixedProperties) {
    this.sessions = sessions;
    this.user = user;
    this.budget = budget;
    this.fixedProperties = fixedProperties;
  }

  /** Lets an error through that Avatica's interface does not declare; it is caught by its class. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> RuntimeException undeclared(Exception e) throws E {
    throw (E) e;
  }

  private <T> T in(String connectionId, Sessions.Work<T> work) {
    try {
      return sessions.in(connectionId, user, work);
    } catch (SQLException e) {
      throw RemoteService.<RuntimeException>undeclared(e);
    }
  }

  // Connections

  @Override
  public OpenConnectionResponse apply(OpenConnectionRequest request) {
    Map<String, String> info = request.info == null ? Map.of() : request.info;
    info.keySet().stream()
        .filter(fixedProperties::contains)
        .findFirst()
        .ifPresent(
            key -> {
              throw CalqueException.of(
                  ErrorCode.BAD_PROPERTY,
                  "the server has set the connection property %s; leave it out".formatted(key));
            });
    try {
      sessions.open(request.connectionId, user);
    } catch (SQLException e) {
      throw RemoteService.<RuntimeException>undeclared(e);
    }
    return new OpenConnectionResponse(null);
  }

  @Override
  public CloseConnectionResponse apply(CloseConnectionRequest request) {
    sessions.close(request.connectionId, user);
    return new CloseConnectionResponse(null);
  }

  @Override
  public ConnectionSyncResponse apply(ConnectionSyncRequest request) {
    return in(
        request.connectionId,
        session -> {
          Connection connection = session.connection();
          apply(request.connProps, connection);
          ConnectionPropertiesImpl now = new ConnectionPropertiesImpl(connection);
          return new ConnectionSyncResponse(now.setDirty(false), null);
        });
  }

  private static void apply(Meta.ConnectionProperties wanted, Connection connection)
      throws SQLException {
    if (wanted.isAutoCommit() != null) {
      connection.setAutoCommit(wanted.isAutoCommit());
    }
    if (wanted.isReadOnly() != null) {
      connection.setReadOnly(wanted.isReadOnly());
    }
    if (wanted.getTransactionIsolation() != null) {
      connection.setTransactionIsolation(wanted.getTransactionIsolation());
    }
    if (wanted.getCatalog() != null) {
      connection.setCatalog(wanted.getCatalog());
    }
    if (wanted.getSchema() != null) {
      connection.setSchema(wanted.getSchema());
    }
  }

  @Override
  public CommitResponse apply(CommitRequest request) {
    return in(
        request.connectionId,
        session -> {
          session.connection().commit();
          return (CommitResponse) ENVELOPE.empty(Responses.CommitResponse.class);
        });
  }

  @Override
  public RollbackResponse apply(RollbackRequest request) {
    return in(
        request.connectionId,
        session -> {
          session.connection().rollback();
          return (RollbackResponse) ENVELOPE.empty(Responses.RollbackResponse.class);
        });
  }

  // Statements

  @Override
  public CreateStatementResponse apply(CreateStatementRequest request) {
    sessions.requireRunning();
    return in(
        request.connectionId,
        session ->
            new CreateStatementResponse(request.connectionId, session.createStatement(), null));
  }

  @Override
  public PrepareResponse apply(PrepareRequest request) {
    sessions.requireRunning();
    return in(
        request.connectionId,
        session -> {
          int id = session.prepare(request.sql, request.maxRowCount);
          Meta.Signature signature = session.statement(id).orElseThrow().prepared();
          return new PrepareResponse(
              new Meta.StatementHandle(request.connectionId, id, signature), null);
        });
  }

  @Override
  public ExecuteResponse apply(PrepareAndExecuteRequest request) {
    sessions.requireRunning();
    return execute(
        request.connectionId,
        request.statementId,
        request.maxRowsInFirstFrame,
        statement -> statement.execute(request.sql, request.maxRowCount));
  }

  @Override
  public ExecuteResponse apply(ExecuteRequest request) {
    sessions.requireRunning();
    return execute(
        request.statementHandle.connectionId,
        request.statementHandle.id,
        request.maxRowCount,
        statement -> statement.execute(request.parameterValues));
  }

  /** Runs a statement; empty if it has no result. */
  @FunctionalInterface
  private interface Execution {
    Optional<Meta.Signature> run(RemoteStatement statement) throws SQLException;
  }

  private ExecuteResponse execute(
      String connectionId, int id, int rowsWanted, Execution execution) {
    return in(
        connectionId,
        session -> {
          Optional<RemoteStatement> statement = session.statement(id);
          if (statement.isEmpty()) {
            return new ExecuteResponse(null, true, null);
          }
          Optional<Meta.Signature> signature = execution.run(statement.get());
          ResultSetResponse result =
              signature.isEmpty()
                  ? new ResultSetResponse(connectionId, id, false, null, null, 0, null)
                  : page(connectionId, id, signature.get(), statement.get(), rowsWanted);
          return new ExecuteResponse(List.of(result), false, null);
        });
  }

  private ResultSetResponse page(
      String connectionId,
      int id,
      Meta.Signature signature,
      RemoteStatement statement,
      int rowsWanted)
      throws SQLException {
    Meta.Frame frame = frame(statement, 0, rowsWanted);
    return new ResultSetResponse(connectionId, id, true, signature, frame, -1, null);
  }

  private Meta.Frame frame(RemoteStatement statement, long offset, int rowsWanted)
      throws SQLException {
    int limit = sessions.limits().frameRows();
    int most = rowsWanted > 0 ? Math.min(rowsWanted, limit) : limit;
    budget.take(most);
    return statement.frame(offset, most);
  }

  /** A statement that is gone is an error: a client that ran it again could lose or repeat rows. */
  @Override
  public FetchResponse apply(FetchRequest request) {
    return in(
        request.connectionId,
        session -> {
          RemoteStatement statement =
              session
                  .statement(request.statementId)
                  .orElseThrow(
                      () ->
                          CalqueException.of(
                              ErrorCode.CLOSED, "this result is closed; run the query again"));
          Meta.Frame frame = frame(statement, request.offset, request.fetchMaxRowCount);
          return new FetchResponse(frame, false, false, null);
        });
  }

  @Override
  public SyncResultsResponse apply(SyncResultsRequest request) {
    throw CalqueException.of(
        ErrorCode.NOT_SUPPORTED, "a result cannot be gone on with; run the query again");
  }

  @Override
  public CloseStatementResponse apply(CloseStatementRequest request) {
    return in(
        request.connectionId,
        session -> {
          session.closeStatement(request.statementId);
          return new CloseStatementResponse(null);
        });
  }

  @Override
  public ExecuteBatchResponse apply(PrepareAndExecuteBatchRequest request) {
    throw readOnly();
  }

  @Override
  public ExecuteBatchResponse apply(ExecuteBatchRequest request) {
    throw readOnly();
  }

  private static CalqueException readOnly() {
    return CalqueException.of(
        ErrorCode.READ_ONLY, "Calque is read-only: it runs queries and EXPLAIN and nothing else");
  }

  // Metadata

  /** Asks a connection's metadata. */
  @FunctionalInterface
  private interface Question {
    ResultSet ask(DatabaseMetaData metaData) throws SQLException;
  }

  private ResultSetResponse metaData(String connectionId, Question question) {
    sessions.requireRunning();
    return in(
        connectionId,
        session -> {
          int id = session.show(question.ask(session.connection().getMetaData()));
          RemoteStatement statement = session.statement(id).orElseThrow();
          ResultSetResponse page = page(connectionId, id, statement.shown(), statement, 0);
          if (page.firstFrame.done) {
            // Programs seldom close what metadata gives them.
            session.closeStatement(id);
          }
          return page;
        });
  }

  @Override
  public ResultSetResponse apply(CatalogsRequest request) {
    return metaData(request.connectionId, DatabaseMetaData::getCatalogs);
  }

  @Override
  public ResultSetResponse apply(SchemasRequest request) {
    return metaData(
        request.connectionId, meta -> meta.getSchemas(request.catalog, request.schemaPattern));
  }

  @Override
  public ResultSetResponse apply(TablesRequest request) {
    String[] types = request.typeList == null ? null : request.typeList.toArray(String[]::new);
    return metaData(
        request.connectionId,
        meta ->
            meta.getTables(
                request.catalog, request.schemaPattern, request.tableNamePattern, types));
  }

  @Override
  public ResultSetResponse apply(TableTypesRequest request) {
    return metaData(request.connectionId, DatabaseMetaData::getTableTypes);
  }

  @Override
  public ResultSetResponse apply(TypeInfoRequest request) {
    return metaData(request.connectionId, DatabaseMetaData::getTypeInfo);
  }

  @Override
  public ResultSetResponse apply(ColumnsRequest request) {
    return metaData(
        request.connectionId,
        meta ->
            meta.getColumns(
                request.catalog,
                request.schemaPattern,
                request.tableNamePattern,
                request.columnNamePattern));
  }

  /** Avatica's list of properties names each by a method of {@link DatabaseMetaData}. */
  @Override
  public DatabasePropertyResponse apply(DatabasePropertyRequest request) {
    return in(
        request.connectionId,
        session -> {
          DatabaseMetaData metaData = session.connection().getMetaData();
          Map<Meta.DatabaseProperty, Object> values = new EnumMap<>(Meta.DatabaseProperty.class);
          for (Meta.DatabaseProperty property : Meta.DatabaseProperty.values()) {
            values.put(property, value(property, metaData));
          }
          return new DatabasePropertyResponse(values, null);
        });
  }

  private static Object value(Meta.DatabaseProperty property, DatabaseMetaData metaData)
      throws SQLException {
    if (!property.isJdbc) {
      return property.defaultValue;
    }
    try {
      return property.method.invoke(metaData);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
    } catch (IllegalAccessException e) {
      throw new SQLException(e);
    }
  }

  /** Clients are told nothing of the machine that serves them. */
  @Override
  public void setRpcMetadata(RpcMetadataResponse metadata) {
    // Responses carry none.
  }
}
