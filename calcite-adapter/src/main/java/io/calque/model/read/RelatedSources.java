package io.calque.model.read;

import io.calque.model.Join;
import io.calque.model.Node.TableNode;
import io.calque.model.RelatedSource;
import io.calque.model.read.EntityDraft.RelatedSourceDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The related sources of one entity, with the joins that are sound. */
final class RelatedSources {
  private final EntityScope entity;
  private final Map<RelatedSourceDraft, List<Join>> joins = new LinkedHashMap<>();

  private RelatedSources(EntityScope entity) {
    this.entity = entity;
  }

  static RelatedSources of(EntityScope entity, Checks checks) {
    RelatedSources sources = new RelatedSources(entity);
    for (RelatedSourceDraft source : entity.relatedSources()) {
      JoinValidator validator =
          new JoinValidator(
              checks,
              entity.name(),
              sources.owner(source),
              entity,
              new TableNode(source.table()),
              source.cardinality());
      List<Join> sound = validator.validate(source.joins());
      sources.joins.put(source, sound);
    }
    return sources;
  }

  /** What the joins of a related source are known by. */
  String owner(RelatedSourceDraft source) {
    return Unit.relatedSource(entity.name(), source.table().toString());
  }

  List<Join> joins(RelatedSourceDraft source) {
    return joins.getOrDefault(source, List.of());
  }

  /** The source with the joins that are left; empty if none is. */
  Optional<RelatedSource> finish(RelatedSourceDraft source, LeftOut leftOut) {
    List<Join> left =
        joins(source).stream()
            .filter(join -> !leftOut.contains(Unit.join(owner(source), join.name())))
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RelatedSource(
                source.table(), source.cardinality(), source.description(), left, source.place()));
  }

  /** All sources with the joins that are left, in file order. */
  List<RelatedSource> finish(LeftOut leftOut) {
    return joins.keySet().stream()
        .map(source -> finish(source, leftOut))
        .flatMap(Optional::stream)
        .toList();
  }
}
