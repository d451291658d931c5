package io.calque.cli.init;

import io.calque.model.Cardinality;
import io.calque.model.Join;
import io.calque.model.JoinType;
import io.calque.model.Relationship;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers joins into relationships, one for each pair of entities. */
final class RelationshipDrafts {
  private final Map<String, List<String>> notes;
  private final List<Relationship> relationships = new ArrayList<>();

  private RelationshipDrafts(Map<String, List<String>> notes) {
    this.notes = notes;
  }

  /**
   * Makes the relationships.
   *
   * @param notes gets a note on each join
   */
  static List<Relationship> of(
      List<Link> links, List<Junction> junctions, Map<String, List<String>> notes) {
    Map<Set<String>, List<JoinDraft>> byEnds = new LinkedHashMap<>();
    Stream.<JoinDraft>concat(
            links.stream().map(JoinDraft.Direct::new),
            junctions.stream().map(JoinDraft.Lookup::new))
        .forEach(
            draft ->
                byEnds
                    .computeIfAbsent(
                        new TreeSet<>(List.of(draft.left(), draft.right())),
                        key -> new ArrayList<>())
                    .add(draft));
    RelationshipDrafts drafts = new RelationshipDrafts(notes);
    byEnds.values().forEach(drafts::add);
    return drafts.relationships;
  }

  private void add(List<JoinDraft> drafts) {
    String left = drafts.get(0).left();
    String right = drafts.get(0).right();
    Cardinality cardinality = drafts.get(0).cardinality(left);
    Optional<JoinDraft> usual = usual(drafts);
    Set<String> names = new HashSet<>();
    List<Join> joins = new ArrayList<>();
    for (JoinDraft draft : drafts) {
      String name = draft.name();
      for (int i = 2; !names.add(name); i++) {
        name = draft.name() + "_" + i;
      }
      joins.add(
          new Join(
              name,
              Optional.empty(),
              "",
              usual.filter(draft::equals).isPresent(),
              JoinType.LEFT,
              draft.cardinality(left),
              draft.path(left),
              JoinDraft.NOWHERE));
      note(left + "-" + right + "." + name, draft.note());
    }
    if (usual.isEmpty()) {
      note(
          left + "-" + right,
          "Nothing says which of these joins is the usual one; mark it with default: true.");
    }
    relationships.add(
        new Relationship(
            left, right, cardinality, true, description(drafts, left), joins, JoinDraft.NOWHERE));
  }

  private void note(String part, String note) {
    notes.computeIfAbsent(part, key -> new ArrayList<>()).add(note);
  }

  private static Optional<JoinDraft> usual(List<JoinDraft> drafts) {
    if (drafts.size() == 1) {
      return Optional.of(drafts.get(0));
    }
    List<JoinDraft> plain = drafts.stream().filter(JoinDraft::isPlain).toList();
    return plain.size() == 1 ? Optional.of(plain.get(0)) : Optional.empty();
  }

  private static String description(List<JoinDraft> drafts, String left) {
    JoinDraft first = drafts.get(0);
    return first instanceof JoinDraft.Direct direct
        ? "Rows of %s refer to %s".formatted(direct.link().from().entity(), referredTo(direct))
        : "Pairs of %s and %s".formatted(left, first.right());
  }

  private static String referredTo(JoinDraft.Direct direct) {
    return direct.link().from().equals(direct.link().to())
        ? "others of " + direct.link().to().entity()
        : "rows of " + direct.link().to().entity();
  }
}
