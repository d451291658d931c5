package io.calque.transcripts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.hydromatic.quidem.Command;
import net.hydromatic.quidem.CommandHandler;

/**
 * The commands of transcripts beyond Quidem's own. Both speak of the query before them.
 *
 * <ul>
 *   <li>{@code !sql}: what the warehouse is asked
 *   <li>{@code !explain}: all that EXPLAIN tells, besides the warehouse's SQL
 *   <li>{@code !refused}: the error that the query gives
 *   <li>{@code !warnings}: the warnings that the query carries
 * </ul>
 */
final class Commands implements CommandHandler {
  private static final String WAREHOUSE_SQL = "warehouse sql";

  @Override
  public Command parseCommand(List<String> lines, List<String> content, String line) {
    return switch (line) {
      case "sql" -> new Shown(lines, Commands::warehouseSql);
      case "explain" -> new Shown(lines, Commands::explanation);
      case "refused" -> new Shown(lines, Commands::refusal);
      case "warnings" -> new Shown(lines, Commands::warnings);
      default -> null;
    };
  }

  /** What a command shows of the query before it. */
  @FunctionalInterface
  private interface Answer {
    List<String> of(Command.Context context, String sql) throws SQLException;
  }

  private record Shown(List<String> lines, Answer answer) implements Command {
    Shown {
      lines = List.copyOf(lines);
    }

    @Override
    public String describe(Context context) {
      return lines.toString();
    }

    @Override
    public void execute(Context context, boolean execute) throws SQLException {
      if (execute) {
        answer
            .of(context, context.previousSqlCommand().sql)
            .forEach(line -> context.writer().println(line));
      }
      context.echo(lines);
    }
  }

  private static List<String> warehouseSql(Command.Context context, String sql)
      throws SQLException {
    return explain(context, sql).stream()
        .filter(row -> row.get(0).equals(WAREHOUSE_SQL))
        .flatMap(row -> row.get(2).lines())
        .toList();
  }

  private static List<String> explanation(Command.Context context, String sql) throws SQLException {
    return explain(context, sql).stream()
        .filter(row -> !row.get(0).equals(WAREHOUSE_SQL))
        .map(row -> "%s %s: %s".formatted(row.get(0), row.get(1), row.get(2)))
        .toList();
  }

  private static List<List<String>> explain(Command.Context context, String sql)
      throws SQLException {
    try (Statement statement = context.connection().createStatement();
        ResultSet result = statement.executeQuery("EXPLAIN " + sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(List.of(result.getString(1), result.getString(2), result.getString(3)));
      }
      return rows;
    }
  }

  private static List<String> refusal(Command.Context context, String sql) {
    try (Statement statement = context.connection().createStatement()) {
      statement.execute(sql);
      return List.of("It was not refused.");
    } catch (SQLException e) {
      return (e.getMessage() + "\nSQLSTATE " + e.getSQLState()).lines().toList();
    }
  }

  private static List<String> warnings(Command.Context context, String sql) throws SQLException {
    try (Statement statement = context.connection().createStatement()) {
      statement.execute(sql);
      List<String> warnings = new ArrayList<>();
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        w.getMessage().lines().forEach(warnings::add);
      }
      return warnings.isEmpty() ? List.of("No warning.") : warnings;
    }
  }
}
