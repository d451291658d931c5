package io.calque.bind;

import io.calque.sql.CalqueSelect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The columns of a select list, as ordinals count them: a star is all that it shows. */
final class SelectItems {
  /**
   * A column.
   *
   * @param node the expression, without its alias
   * @param key what grouping by it means
   */
  record Item(SqlNode node, GroupingKey key) {}

  private final Bindings bindings;
  private final List<Item> items = new ArrayList<>();

  SelectItems(Bindings bindings, CalqueSelect select, List<BoundStar> stars) {
    this.bindings = bindings;
    for (SqlNode node : select.getSelectList()) {
      Optional<BoundStar> star =
          stars.stream().filter(bound -> bound.place().equals(bindings.place(node))).findFirst();
      if (star.isPresent() && star.get().isSpelledOut()) {
        addColumns(star.get(), node);
      } else {
        SqlNode expression = withoutAlias(node);
        items.add(new Item(expression, key(expression)));
      }
    }
  }

  List<Item> all() {
    return items;
  }

  /** Grouping by an expression of the statement; a subquery needs the parentheses around it. */
  GroupingKey key(SqlNode node) {
    return new GroupingKey.Expression(
        QueryBinder.isQuery(node)
            ? bindings.place(node)
            : bindings.source.inside(node.getParserPosition()));
  }

  private void addColumns(BoundStar star, SqlNode node) {
    SqlParserPos pos = node.getParserPosition();
    for (int i = 0; i < star.items().size(); i++) {
      BoundStar.Item shown = star.items().get(i);
      GroupingKey key =
          shown instanceof BoundStar.Item.ReplacedItem replaced
              ? new GroupingKey.Expression(replaced.expression())
              : new GroupingKey.StarColumn(star, i);
      items.add(new Item(new SqlIdentifier(name(shown), pos), key));
    }
  }

  /** What the user could have written to name the column. */
  private static List<String> name(BoundStar.Item item) {
    if (item instanceof BoundStar.Item.FeatureItem feature) {
      return List.of(feature.use().name(), feature.feature().name());
    }
    if (item instanceof BoundStar.Item.RenamedItem renamed) {
      return List.of(renamed.use().name(), renamed.feature().name());
    }
    if (item instanceof BoundStar.Item.MergedItem merged) {
      return List.of(merged.name());
    }
    if (item instanceof BoundStar.Item.ColumnOf column && column.alias().isPresent()) {
      return List.of(column.alias().get().value(), column.column().value());
    }
    return item instanceof BoundStar.Item.ColumnOf column
        ? List.of(column.column().value())
        : List.of("");
  }

  static SqlNode withoutAlias(SqlNode item) {
    return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
  }
}
