package io.calque.generated;

import java.io.IOException;
import java.sql.SQLException;

/** A case that fails, told so that it can be understood and tried by hand. */
final class Report {
  private Report() {}

  static String of(String origin, Case failing) throws SQLException, IOException {
    StringBuilder text = new StringBuilder();
    Model model = failing.model();
    text.append("=== ").append(origin).append("\n\n").append(model(model));
    text.append("\n-- data\n").append(CalqueProject.script(model));
    text.append("\n-- query\n").append(failing.sql()).append("\n");
    try (CalqueProject project = CalqueProject.open(model)) {
      text.append("\n-- warehouse sql\n").append(project.warehouseSql(failing.sql()));
      text.append("\n\n-- ").append(Verdict.of(failing, project).detail());
    }
    return text.toString();
  }

  /** The files of a model. */
  static String model(Model model) {
    StringBuilder text = new StringBuilder("-- entities_relationships.yml\n");
    text.append(ModelYaml.relationships(model.relationships()));
    for (Entity entity : model.entities()) {
      text.append("-- entities/").append(entity.name()).append(".yml\n");
      text.append(ModelYaml.entity(entity));
    }
    return text.toString();
  }
}
