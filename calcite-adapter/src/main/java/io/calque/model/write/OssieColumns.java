package io.calque.model.write;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.SqlTemplate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the features of one entity over the columns of its source, as the fields of an Ossie
 * dataset are written. Features that need another table cannot be.
 */
final class OssieColumns {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

  private final Entity entity;

  OssieColumns(Entity entity) {
    this.entity = entity;
  }

  /** The feature over columns; empty if it reads more than the entity's own rows. */
  Optional<String> expression(Feature feature) {
    if (feature instanceof FieldFeature field) {
      boolean own = field.origin() instanceof FeatureOrigin.KeySource && field.filters().isEmpty();
      return own
          ? Optional.of(field.isExpression() ? field.field() : quoted(field.field()))
          : Optional.empty();
    }
    return feature instanceof FormulaFeature formula ? formula(formula.sql()) : Optional.empty();
  }

  private Optional<String> formula(SqlTemplate sql) {
    StringBuilder text = new StringBuilder();
    for (SqlTemplate.Part part : sql.parts()) {
      if (part instanceof SqlTemplate.Text written) {
        text.append(written.sql());
        continue;
      }
      String name = ((SqlTemplate.FeatureRef) part).name();
      Optional<String> operand = entity.feature(name).flatMap(this::expression);
      if (operand.isEmpty()) {
        return Optional.empty();
      }
      text.append(isPlain(operand.get()) ? operand.get() : "(" + operand.get() + ")");
    }
    return Optional.of(text.toString());
  }

  /** The column that a key or a foreign key is: a field's name where fields are in the way. */
  Optional<String> column(String feature) {
    Optional<Feature> found = entity.feature(feature);
    Optional<String> column =
        found
            .filter(FieldFeature.class::isInstance)
            .map(FieldFeature.class::cast)
            .filter(field -> field.origin() instanceof FeatureOrigin.KeySource)
            .filter(field -> !field.isExpression() && field.filters().isEmpty())
            .map(FieldFeature::field);
    boolean shadowed =
        column
            .flatMap(entity::feature)
            .filter(other -> !expression(other).equals(column.map(OssieColumns::quoted)))
            .filter(other -> other.info().queryable())
            .isPresent();
    if (column.isPresent() && !shadowed) {
      return column;
    }
    return found
        .filter(other -> other.info().queryable() && expression(other).isPresent())
        .map(Feature::name);
  }

  /** A column as SQL reads it. */
  static String quoted(String column) {
    return isPlain(column) ? column : '"' + column.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String sql) {
    return PLAIN.matcher(sql).matches();
  }
}
