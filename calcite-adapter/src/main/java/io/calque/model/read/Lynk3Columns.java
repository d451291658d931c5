package io.calque.model.read;

import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.Lynk3Entity.Definition;
import java.util.List;

/** Finds out which columns of an entity's table its features show as they are. */
final class Lynk3Columns {
  private Lynk3Columns() {}

  static OwnColumns of(Lynk3Scope scope) {
    OwnColumns columns = new OwnColumns(TableNames.written(scope.table()));
    for (Definition feature : scope.features()) {
      columns.take(feature.name().text());
      List<SqlToken> tokens = SqlLexer.tokens(feature.sql().text());
      List<DottedName> names = DottedNames.of(tokens);
      boolean isColumn =
          feature.filter().isEmpty()
              && feature.joinName().isEmpty()
              && names.size() == 1
              && names.get(0).start() == tokens.get(0).start()
              && names.get(0).end() == tokens.get(tokens.size() - 1).end()
              && scope.isOwnColumn(names.get(0));
      if (isColumn) {
        columns.show(names.get(0).last(), feature.name().text());
      }
    }
    scope.metrics().forEach(metric -> columns.take(metric.name().text()));
    return columns;
  }
}
