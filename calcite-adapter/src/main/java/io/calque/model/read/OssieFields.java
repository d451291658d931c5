package io.calque.model.read;

import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.OssieModel.Dataset;
import io.calque.model.read.OssieModel.Expression;
import io.calque.model.read.SqlToken.Kind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the fields of one Ossie dataset as expressions over the columns of its source. A field may
 * name other fields, which are then written out, and may put the dataset's name before a column.
 */
final class OssieFields {
  private static final int LONGEST = 100_000;

  private final Dataset dataset;
  private final Problems problems;
  private final Map<String, Optional<Snippet>> written = new HashMap<>();
  private final Set<String> pending = new LinkedHashSet<>();

  OssieFields(Dataset dataset, Problems problems) {
    this.dataset = dataset;
    this.problems = problems;
  }

  /** The field over columns alone; if empty, a problem has been added. */
  Optional<Snippet> overColumns(Expression field) {
    String key = Unit.lower(field.name().text());
    if (!written.containsKey(key)) {
      if (!pending.add(key)) {
        problems.add(
            Rule.FORMULA_CYCLE,
            field.name().place(),
            dataset.name().text(),
            "fields go round in circles: " + Shown.list(List.copyOf(pending)),
            "write one of them over columns");
        return Optional.empty();
      }
      written.put(key, expand(field));
      pending.remove(key);
    }
    return written.get(key);
  }

  private Optional<Snippet> expand(Expression field) {
    String what = "field " + field.name();
    List<SqlToken> all = SqlLexer.tokens(field.sql().text());
    List<SqlToken> tokens = all.stream().filter(token -> !token.isComment()).toList();
    if (!new SqlForm(dataset.name().text(), problems).check(all, field.sql(), what)) {
      return Optional.empty();
    }
    Rewriting rewriting = new Rewriting(field.sql());
    boolean alone = tokens.size() == 1;
    int length = field.sql().text().length();
    for (DottedName name : DottedNames.of(tokens)) {
      boolean own =
          name.parts().size() == 2 && name.first().equalsIgnoreCase(dataset.name().text());
      if (!own) {
        continue;
      }
      Optional<String> other = other(name.last(), field);
      String text = other.map(Rewriting::enclosed).orElse(OwnColumns.written(name.last()));
      alone |=
          name.start() == tokens.get(0).start()
              && name.end() == tokens.get(tokens.size() - 1).end();
      rewriting.replace(name.start(), name.end(), text);
      length += text.length();
    }
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (isBare(tokens, i)) {
        Optional<String> other = other(token.text(), field);
        if (other.isPresent()) {
          rewriting.replace(token.start(), token.end(), Rewriting.enclosed(other.get()));
          length += other.get().length();
        }
      }
    }
    if (length > LONGEST) {
      problems.add(
          Rule.FORMULA_CYCLE,
          field.name().place(),
          dataset.name().text(),
          what + " is too long with the fields that it names",
          "write it over columns");
      return Optional.empty();
    }
    return Optional.of(rewriting.finish());
  }

  private static boolean isBare(List<SqlToken> tokens, int i) {
    SqlToken token = tokens.get(i);
    boolean isName = token.is(Kind.WORD) || token.is(Kind.QUOTED_NAME);
    boolean dotted =
        i > 0 && tokens.get(i - 1).isSymbol(".")
            || i + 1 < tokens.size() && tokens.get(i + 1).isSymbol(".");
    boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
    boolean named = i > 0 && tokens.get(i - 1).isWord("as");
    return isName && !dotted && !called && !named;
  }

  /** What another field of that name computes; empty if it is just the column of that name. */
  private Optional<String> other(String name, Expression within) {
    Optional<Expression> field = dataset.field(name).filter(found -> found != within);
    boolean isColumn =
        field
            .flatMap(found -> TableNames.column(found.sql().text()))
            .filter(name::equalsIgnoreCase)
            .isPresent();
    return isColumn ? Optional.empty() : field.flatMap(this::overColumns).map(Snippet::text);
  }
}
