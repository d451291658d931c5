package io.calque.warehouse;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * What DuckDB's errors mean. Its driver gives no SQLSTATE, but each message begins with the name of
 * its class ("Binder Error: …").
 */
final class DuckDbErrors {
  /**
   * @param errorClass how the message begins, in lower case
   * @param clue what else it holds, in lower case; may be empty
   */
  private record Rule(String errorClass, String clue, String sqlState) {}

  /** The first that fits counts. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("", "division by zero", "22012"),
          new Rule("interrupt", "", "57014"),
          new Rule("parser error", "", "42601"),
          new Rule("syntax error", "", "42601"),
          new Rule("binder error", "ambiguous reference", "42702"),
          new Rule("binder error", "referenced column", "42703"),
          new Rule("binder error", "does not have a column named", "42703"),
          new Rule("binder error", "referenced table", "42P01"),
          new Rule("binder error", "must appear in the group by", "42803"),
          new Rule("binder error", "no function matches", "42883"),
          new Rule("binder error", "candidate function", "42883"),
          new Rule("binder error", "cannot compare values", "42804"),
          new Rule("binder error", "", "42000"),
          new Rule("catalog error", "table with name", "42P01"),
          new Rule("catalog error", "function with name", "42883"),
          new Rule("catalog error", "schema with name", "3F000"),
          new Rule("catalog error", "catalog with name", "3D000"),
          new Rule("catalog error", "", "42704"),
          new Rule("conversion error", "out of range", "22003"),
          new Rule("conversion error", "destination type", "22003"),
          new Rule("conversion error", "date", "22007"),
          new Rule("conversion error", "time", "22007"),
          new Rule("conversion error", "", "22018"),
          new Rule("out of range error", "", "22003"),
          new Rule("invalid input error", "values were not provided", "07001"),
          new Rule("invalid input error", "could not parse string", "22007"),
          new Rule("invalid input error", "read-only mode", "25006"),
          new Rule("invalid input error", "", "22023"),
          new Rule("permission error", "", "42501"),
          new Rule("constraint error", "", "23000"),
          new Rule("mismatch type error", "", "42804"),
          new Rule("invalid type error", "", "42804"),
          new Rule("not implemented error", "", "0A000"),
          new Rule("missing extension error", "", "0A000"),
          new Rule("extension autoloading error", "", "0A000"),
          new Rule("dependency error", "", "2BP01"),
          new Rule("transactioncontext error", "", "25000"),
          new Rule("connection error", "", "08001"),
          new Rule("out of memory error", "", "53200"),
          new Rule("io error", "", "58030"),
          new Rule("http error", "", "58030"),
          new Rule("internal error", "", "XX000"),
          new Rule("fatal error", "", "XX000"));

  /** How the driver reports, in streaming mode, any error that comes before the first row. */
  private static final String LOST = "Invalid result set";

  private DuckDbErrors() {}

  /** Whether the driver lost what really happened. */
  static boolean isLost(SQLException error) {
    return String.valueOf(error.getMessage()).endsWith(LOST);
  }

  static WarehouseError explain(SQLException error) {
    String text = withoutExcerpt(String.valueOf(error.getMessage()));
    String sought = text.toLowerCase(Locale.ROOT);
    String sqlState =
        RULES.stream()
            .filter(rule -> sought.startsWith(rule.errorClass()) && sought.contains(rule.clue()))
            .map(Rule::sqlState)
            .findFirst()
            .orElse("58000");
    return new WarehouseError(sqlState, text + remedy(sought));
  }

  /** DuckDB shows the line of the SQL that it was given, which the user never wrote. */
  private static String withoutExcerpt(String message) {
    String text = message.startsWith("Query failed: ") ? message.substring(14) : message;
    int excerpt = text.indexOf("\n\nLINE ");
    return (excerpt < 0 ? text : text.substring(0, excerpt)).strip();
  }

  private static String remedy(String sought) {
    if (sought.contains("file system operations are disabled by configuration")) {
      return "\nCalque switches DuckDB's access to other files off. If tables of the model are views"
          + " over files, write under warehouse: in calque.yml"
          + " \"properties: {allowed_directories: \\\"['/path/to/files']\\\"}\","
          + " or \"properties: {enable_external_access: true}\" to allow all";
    }
    if (sought.contains("with a different configuration than existing connections")) {
      return "\nAnother connection of this JVM has the same file open with other properties"
          + " (Calque opens files read-only); close it first, or give both the same properties";
    }
    if (sought.contains("could not set lock on file") || sought.contains("conflicting lock")) {
      return "\nAnother process has the file open for writing";
    }
    return "";
  }
}
