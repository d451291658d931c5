package io.calque.cli.demo;

import java.io.IOException;

/** What the demo asks, in its order. */
public enum DemoQuestion {
  DEFAULT_JOIN(
      "Which countries order most?",
      """
      A join without a condition is the model's default: here, who placed the order.
      The country's name is a feature of customer; the model knows the table it comes from.""",
      "queries/1-default-join.sql"),

  NAMED_JOIN(
      "Who pays for other people's orders?",
      """
      Customers and orders are related in two ways, so customer is here twice: as who placed the
      order, and, through the join named billing, as who pays for it.""",
      "queries/2-named-join.sql"),

  LOOKUP(
      "Which products have reached the fewest customers?",
      """
      Many products, many customers: the model's join goes through orders and their lines, and the
      query need not know. A LEFT JOIN keeps the products that nobody has bought.""",
      "queries/3-lookup.sql");

  private final String headline;
  private final String explanation;
  private final String file;

  DemoQuestion(String headline, String explanation, String file) {
    this.headline = headline;
    this.explanation = explanation;
    this.file = file;
  }

  /** The question in plain words. */
  public String headline() {
    return headline;
  }

  /** What the query shows, in one or more lines. */
  public String explanation() {
    return explanation;
  }

  /** The query's file, relative to the project's folder. */
  public String file() {
    return file;
  }

  /** The query, as it was shipped. */
  public String sql() throws IOException {
    return DemoProject.resource("project/" + file).strip();
  }
}
