package io.calque.model.write;

import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.FeatureRef;
import io.calque.model.SqlTemplate.MetricRef;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import java.util.Locale;

/** Writes snippets with their holes, as the native format has them. */
final class LynkSql {
  private LynkSql() {}

  static String of(SqlTemplate template) {
    StringBuilder sql = new StringBuilder();
    template.parts().forEach(part -> sql.append(hole(part)));
    return sql.toString().strip();
  }

  private static String hole(Part part) {
    if (part instanceof Text text) {
      return text.sql();
    }
    if (part instanceof SideRef ref) {
      boolean plain = ref.name().matches("[A-Za-z_][A-Za-z0-9_$]*");
      String name = plain ? "{" + ref.name() + "}" : '"' + ref.name() + '"';
      return "{" + ref.side().name().toLowerCase(Locale.ROOT) + "}." + name;
    }
    return part instanceof FeatureRef ref
        ? "{" + ref.name() + "}"
        : "METRIC('" + ((MetricRef) part).name() + "')";
  }
}
