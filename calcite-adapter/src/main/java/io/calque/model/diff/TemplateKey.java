package io.calque.model.diff;

import io.calque.model.Node;
import io.calque.model.Node.EntityNode;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.FeatureRef;
import io.calque.model.SqlTemplate.MetricRef;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns templates into texts that are equal if the templates mean the same. */
final class TemplateKey {
  private static final String EQUAL = "=";
  private static final String AND = "AND";

  private final Renames renames;

  TemplateKey(Renames renames) {
    this.renames = renames;
  }

  /** That of a formula or metric of an entity. */
  String of(SqlTemplate sql, String entity) {
    return plain(sql, part -> ownName(part, entity));
  }

  private String ownName(Part part, String entity) {
    return part instanceof FeatureRef ref
        ? lower(renames.feature(entity, ref.name()))
        : "metric " + lower(renames.metric(entity, ((MetricRef) part).name()));
  }

  /** That of a condition between two nodes; the order of equalities and of their sides is none. */
  String of(SqlTemplate condition, Node source, Node destination) {
    return equalities(condition, source, destination)
        .orElseGet(
            () ->
                plain(
                    condition,
                    part ->
                        part instanceof SideRef ref
                            ? sided(ref, source, destination)
                            : part.toString()));
  }

  private Optional<String> equalities(SqlTemplate condition, Node source, Node destination) {
    List<Part> parts =
        condition.parts().stream()
            .filter(part -> !(part instanceof Text text && text.sql().isBlank()))
            .toList();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += 4) {
      boolean isEquality =
          i + 2 < parts.size()
              && parts.get(i) instanceof SideRef
              && isText(parts.get(i + 1), EQUAL)
              && parts.get(i + 2) instanceof SideRef;
      boolean isLast = i + 3 == parts.size();
      if (!isEquality || !isLast && !isText(parts.get(i + 3), AND)) {
        return Optional.empty();
      }
      all.add(
          List.of(parts.get(i), parts.get(i + 2)).stream()
              .map(part -> sided((SideRef) part, source, destination))
              .sorted()
              .collect(Collectors.joining(EQUAL)));
    }
    return Optional.of(all.stream().sorted().collect(Collectors.joining("\0")));
  }

  private static boolean isText(Part part, String word) {
    return part instanceof Text text && text.sql().strip().equalsIgnoreCase(word);
  }

  private String sided(SideRef ref, Node source, Node destination) {
    boolean isSource = ref.side() == Side.SOURCE;
    return (isSource ? "source." : "destination.")
        + name(ref.name(), isSource ? source : destination);
  }

  /** A feature of an entity, or a column of a table, whose case counts. */
  String name(String name, Node node) {
    return node instanceof EntityNode entity ? lower(renames.feature(entity.entity(), name)) : name;
  }

  private interface Filling {
    String of(Part part);
  }

  private static String plain(SqlTemplate sql, Filling filling) {
    return sql.parts().stream()
        .map(
            part ->
                part instanceof Text text
                    ? String.join("\0", PlainSql.pieces(text.sql()))
                    : "\0{" + filling.of(part) + "}\0")
        .collect(Collectors.joining("\0"))
        .replaceAll("\0+", "\0");
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
