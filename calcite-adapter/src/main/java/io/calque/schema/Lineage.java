package io.calque.schema;

import io.calque.model.Feature;
import io.calque.model.graph.Element;
import io.calque.model.graph.ModelGraph;
import java.util.ArrayList;
import java.util.List;

/** The columns of the warehouse that the features of a model are made of, as a table. */
final class Lineage {
  private Lineage() {}

  static MetaTable table(SemanticSchema schema) {
    ModelGraph graph = ModelGraph.of(schema.model());
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema.entities()) {
      String entity = table.entity().name();
      for (Feature feature : table.columns()) {
        for (Element column : graph.columnsOf(entity, feature.name())) {
          rows.add(MetaTables.row(entity, feature.name(), column.owner(), column.part()));
        }
      }
    }
    return new MetaTable(
            "lineage",
            "The columns of the warehouse that features are made of",
            List.of(
                MetaTables.text("entity", "The entity"),
                MetaTables.text("feature", "The feature"),
                MetaTables.text("table_name", "The warehouse's table"),
                MetaTables.text("column_name", "The column, or the expression over its columns")),
            List.of("entity", "feature", "table_name", "column_name"),
            rows)
        .refersTo("features", "entity", "feature");
  }
}
