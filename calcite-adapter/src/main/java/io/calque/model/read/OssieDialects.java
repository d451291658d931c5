package io.calque.model.read;

import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses among the dialects of an Ossie expression: the warehouse's own, or else ANSI SQL. */
final class OssieDialects {
  static final String ANSI = "ANSI_SQL";

  private final Optional<String> own;
  private final Problems problems;

  /**
   * @param own the warehouse's dialect, if it is known
   */
  OssieDialects(Optional<String> own, Problems problems) {
    this.own = own;
    this.problems = problems;
  }

  /** The expression; if empty, a problem has been added. */
  Optional<Snippet> choose(Mapping expression, String what, String subject) {
    YamlFields fields = new YamlFields(expression, "an expression", subject, problems);
    Map<String, Snippet> byDialect = new LinkedHashMap<>();
    for (YamlValue item : fields.items("dialects")) {
      if (item instanceof Mapping map) {
        YamlFields one = new YamlFields(map, "an expression", subject, problems);
        Optional<Written> dialect = one.word("dialect");
        Optional<Scalar> text = one.text("expression");
        one.reportUnknown();
        if (text.filter(written -> !written.text().isBlank()).isPresent()) {
          byDialect.putIfAbsent(
              dialect.map(Written::text).orElse(ANSI).toUpperCase(java.util.Locale.ROOT),
              text.get().snippet());
        }
      }
    }
    fields.reportUnknown();
    Optional<Snippet> chosen =
        own.map(name -> name.toUpperCase(java.util.Locale.ROOT))
            .map(byDialect::get)
            .or(() -> Optional.ofNullable(byDialect.get(ANSI)));
    if (chosen.isEmpty()) {
      boolean none = byDialect.isEmpty();
      List<String> dialects = List.copyOf(byDialect.keySet());
      problems.add(
          none ? Severity.ERROR : Severity.WARNING,
          none ? Rule.FEATURE_INCOMPLETE : Rule.NOT_EXPRESSED,
          expression.place(),
          subject,
          what
              + (none
                  ? " has an expression in no dialect"
                  : " is left out: it is written for " + Shown.list(dialects) + " only"),
          "add {dialect: " + ANSI + ", expression: …} to its dialects");
    }
    return chosen;
  }
}
