package io.calque.rewrite;

import io.calque.bind.BoundStar;
import io.calque.bind.Name;
import io.calque.rewrite.SourceEdits.Rendered;
import java.util.List;
import java.util.Locale;

/** Spells the stars of select lists out. */
final class StarRule {
  private final Names names;
  private final SourceEdits edits;

  StarRule(Names names, SourceEdits edits) {
    this.names = names;
    this.edits = edits;
  }

  void apply(List<BoundStar> stars) {
    stars.forEach(this::apply);
  }

  private void apply(BoundStar star) {
    List<Rendered> columns = star.items().stream().map(this::item).toList();
    Rendered list = new SqlWriter().addAll(columns, ", ").done();
    if (star.place().text().isEmpty()) {
      edits.insertBefore(
          star.place().start(), new SqlWriter().add("SELECT ").add(list).add(" ").done());
    } else {
      edits.replace(star.place(), list);
    }
  }

  /** A column as an item of a select list, with an alias where it has another name. */
  private Rendered item(BoundStar.Item item) {
    if (item instanceof BoundStar.Item.ReplacedItem replaced) {
      return edits.render(replaced.item().start(), replaced.item().end());
    }
    String column = column(item);
    if (item instanceof BoundStar.Item.RenamedItem renamed) {
      return Rendered.of(column + " AS " + names.name(renamed.name()));
    }
    return Rendered.of(
        item instanceof BoundStar.Item.ColumnOf of && of.shownAs().isPresent()
            ? column + " AS " + names.name(of.shownAs().get())
            : column);
  }

  /** A column that is no expression, without an alias. */
  String column(BoundStar.Item item) {
    if (item instanceof BoundStar.Item.FeatureItem feature) {
      return names.alias(feature.use()) + "." + names.feature(feature.feature());
    }
    if (item instanceof BoundStar.Item.RenamedItem renamed) {
      return names.alias(renamed.use()) + "." + names.feature(renamed.feature());
    }
    if (item instanceof BoundStar.Item.MergedItem merged) {
      return names.identifier(merged.name());
    }
    if (item instanceof BoundStar.Item.AllOf all) {
      return names.name(all.alias()) + ".*";
    }
    if (item instanceof BoundStar.Item.ColumnOf column) {
      String qualifier = column.alias().map(alias -> names.name(alias) + ".").orElse("");
      return qualifier + names.name(column.column());
    }
    throw new IllegalStateException("an expression: " + item);
  }

  /** What all spellings of a column have in common. */
  static String key(BoundStar.Item item) {
    String key = "";
    if (item instanceof BoundStar.Item.FeatureItem feature) {
      key = feature.use().name() + "." + feature.feature().name();
    } else if (item instanceof BoundStar.Item.RenamedItem renamed) {
      key = renamed.use().name() + "." + renamed.feature().name();
    } else if (item instanceof BoundStar.Item.MergedItem merged) {
      key = "." + merged.name();
    } else if (item instanceof BoundStar.Item.ColumnOf column) {
      key = column.alias().map(Name::value).orElse("") + "." + column.column().value();
    }
    return key.toLowerCase(Locale.ROOT);
  }

  /** The name that a column has in the result. */
  String shownAs(BoundStar.Item item) {
    if (item instanceof BoundStar.Item.FeatureItem feature) {
      return names.feature(feature.feature());
    }
    if (item instanceof BoundStar.Item.RenamedItem renamed) {
      return names.name(renamed.name());
    }
    if (item instanceof BoundStar.Item.MergedItem merged) {
      return names.identifier(merged.name());
    }
    if (item instanceof BoundStar.Item.ColumnOf column) {
      Name name = column.shownAs().orElse(column.column());
      return names.name(name);
    }
    throw new IllegalStateException("no single column: " + item);
  }
}
