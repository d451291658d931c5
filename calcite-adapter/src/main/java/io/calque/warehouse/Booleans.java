package io.calque.warehouse;

/** Whether a condition is a value that a column can hold. */
public enum Booleans {
  /** As in standard SQL. */
  VALUES("TRUE", "TRUE", "FALSE") {
    @Override
    public String isTrue(String column) {
      return column;
    }

    @Override
    public String value(String condition) {
      return condition;
    }
  },
  /** SQL Server: 1 stands for true, and 0 for false. */
  NUMBERS("1", "1 = 1", "1 = 0") {
    @Override
    public String isTrue(String column) {
      return column + " = 1";
    }

    @Override
    public String value(String condition) {
      return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
    }
  };

  private final String trueValue;
  private final String always;
  private final String never;

  Booleans(String trueValue, String always, String never) {
    this.trueValue = trueValue;
    this.always = always;
    this.never = never;
  }

  /** What stands in a select list for true. */
  public String trueValue() {
    return trueValue;
  }

  /** What stands where a value does. */
  public String literal(boolean value) {
    return this == NUMBERS ? (value ? "1" : "0") : (value ? "TRUE" : "FALSE");
  }

  /** A condition that each row meets. */
  public String always() {
    return always;
  }

  /** A condition that no row meets. */
  public String never() {
    return never;
  }

  /** The condition that such a column is true. */
  public abstract String isTrue(String column);

  /** A condition that is never unknown, as a value. */
  public abstract String value(String condition);
}
