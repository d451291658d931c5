package io.calque.cli;

import io.calque.cli.demo.DemoProject;
import io.calque.cli.demo.DemoQuestion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a project to play with, and shows what it answers. */
@Command(
    name = "demo",
    description =
        "Makes a folder with a model and data of a small shop, and asks it three questions.",
    footer = {"", "What is in the folder of a demo already stays as it is."})
final class DemoVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final PrintStream out;

  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "<folder>",
      defaultValue = "calque-demo",
      description = "The folder to make; default: ${DEFAULT-VALUE}.")
  private Path folder;

  DemoVerb(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  @Override
  public Integer call() throws IOException, SQLException {
    boolean isNew;
    Progress progress = Progress.of(terminal, "making the demo");
    try {
      isNew = DemoProject.make(folder);
    } finally {
      progress.stop();
    }
    try (Connection connection =
            DriverManager.getConnection(ProjectOptions.url(folder.toString()));
        Statement statement = connection.createStatement()) {
      greet(statement, isNew);
      for (DemoQuestion question : DemoQuestion.values()) {
        answer(question, statement);
      }
    }
    tellWhatNext();
    return Main.FINE;
  }

  private void greet(Statement statement, boolean isNew) throws SQLException {
    String counts =
        """
        SELECT (SELECT COUNT(*) FROM customer), (SELECT COUNT(*) FROM order),
          (SELECT COUNT(*) FROM order_item), (SELECT COUNT(*) FROM product)\
        """;
    try (ResultSet rows = statement.executeQuery(counts)) {
      rows.next();
      out.printf(
          "%s %s, a shop that sells pantry goods by post:%n",
          isNew ? "Made" : "Found the demo", folder);
      out.printf(
          Locale.ROOT,
          "%,d customers, %,d orders with %,d lines, %,d products.%n",
          rows.getLong(1),
          rows.getLong(2),
          rows.getLong(3),
          rows.getLong(4));
    }
  }

  private void answer(DemoQuestion question, Statement statement) throws IOException, SQLException {
    out.println();
    out.printf("%d. %s%n", question.ordinal() + 1, question.headline());
    out.println();
    print(question.explanation(), "   ");
    out.println();
    out.println("   You write:");
    out.println();
    print(question.sql(), "      ");
    out.println();
    out.println("   The warehouse runs:");
    out.println();
    try (ResultSet rows = statement.executeQuery("EXPLAIN " + question.sql())) {
      while (rows.next()) {
        if (rows.getString(1).equals(ExplainVerb.WAREHOUSE_SQL)) {
          print(rows.getString(3), "      ");
        }
      }
    }
    out.println();
    out.println("   It answers:");
    out.println();
    try (ResultSet rows = statement.executeQuery(question.sql())) {
      ByteArrayOutputStream table = new ByteArrayOutputStream();
      RowPrinter.print(
          rows, OutputFormat.TABLE, new PrintStream(table, true, StandardCharsets.UTF_8));
      print(table.toString(StandardCharsets.UTF_8), "      ");
    }
  }

  private void print(String text, String indent) {
    text.lines().forEach(line -> out.println(line.isEmpty() ? "" : indent + line));
  }

  private void tellWhatNext() {
    String command = Program.command();
    String url = ProjectOptions.url(folder.toAbsolutePath().normalize().toString());
    out.println();
    out.println("Try next");
    out.println();
    out.printf("  %s query %s \"SELECT * FROM customer LIMIT 5\"%n", command, folder);
    out.printf(
        "  %s explain %s -f %s%n", command, folder, folder.resolve(DemoQuestion.NAMED_JOIN.file()));
    out.printf("  %s check %s%n", command, folder);
    out.println();
    out.printf(
        "  The model is in %s: change a feature and ask again.%n", folder.resolve("entities"));
    out.printf("  From Java:    DriverManager.getConnection(\"%s\")%n", url);
    out.printf(
        "  From DBeaver: a driver of class io.calque.jdbc.Driver with the library %s,%n",
        Program.jar());
    out.printf("                and the URL %s%n", url);
    out.println("  README.md tells the rest.");
  }
}
