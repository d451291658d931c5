package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Cardinality;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.FieldsConditionDraft;
import io.calque.model.read.JoinDraft.PairDraft;
import io.calque.model.read.OssieModel.Dataset;
import io.calque.model.read.OssieModel.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one relationship of all foreign keys between two datasets; each is a join of it. */
final class OssieRelationships {
  private final OssieModel model;
  private final Map<Dataset, OwnColumns> columns;
  private final Problems problems;
  private final LeftOut leftOut;
  private final List<Resolved> resolved = new ArrayList<>();

  OssieRelationships(
      OssieModel model, Map<Dataset, OwnColumns> columns, Problems problems, LeftOut leftOut) {
    this.model = model;
    this.columns = columns;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** A foreign key whose ends exist. */
  record Resolved(Link link, Dataset from, Dataset to) {}

  /** The foreign keys from one dataset to another. */
  List<Link> between(Dataset from, Dataset to) {
    return resolved.stream()
        .filter(key -> key.from() == from && key.to() == to)
        .map(Resolved::link)
        .toList();
  }

  /** How many foreign keys there are between two datasets, either way. */
  long count(Dataset one, Dataset other) {
    return between(one, other).size() + (one == other ? 0L : between(other, one).size());
  }

  List<RelationshipDraft> drafts() {
    Map<String, Link> byName = new HashMap<>();
    for (Link link : model.relationships()) {
      Link earlier = byName.putIfAbsent(Unit.lower(link.name().text()), link);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_JOIN,
            link.name().place(),
            link.from() + "-" + link.to(),
            "a second relationship is called "
                + link.name()
                + "; the first is at "
                + earlier.name().place(),
            "rename one of the two");
        continue;
      }
      resolve(link).ifPresent(resolved::add);
    }
    Map<Set<Dataset>, List<Resolved>> pairs = new LinkedHashMap<>();
    for (Resolved key : resolved) {
      Set<Dataset> ends = new HashSet<>(List.of(key.from()));
      ends.add(key.to());
      pairs.computeIfAbsent(ends, e -> new ArrayList<>()).add(key);
    }
    return pairs.values().stream().map(this::draft).toList();
  }

  private Optional<Resolved> resolve(Link link) {
    Optional<Dataset> from = end(link, link.from());
    Optional<Dataset> to = end(link, link.to());
    if (from.isEmpty() || to.isEmpty()) {
      leftOut.add(Unit.relationship(link.from() + "-" + link.to()));
      return Optional.empty();
    }
    List<List<Written>> keys = keys(to.get());
    boolean isKey = keys.stream().anyMatch(key -> sameColumns(key, link.toColumns()));
    if (!keys.isEmpty() && !isKey) {
      problems.add(
          Rule.CARDINALITY_MISFIT,
          link.toColumns().get(0).place(),
          link.from() + "-" + link.to(),
          "the to_columns of relationship "
              + link.name()
              + " are neither the primary_key nor a unique key of "
              + link.to()
              + ", so more than one row may fit",
          "write the columns of a key, or add them to unique_keys of " + link.to());
    }
    return Optional.of(new Resolved(link, from.get(), to.get()));
  }

  private Optional<Dataset> end(Link link, Written name) {
    Optional<Dataset> dataset = model.dataset(name.text()).filter(columns::containsKey);
    if (dataset.isEmpty() && !leftOut.contains(Unit.entity(name.text()))) {
      List<String> names = model.datasets().stream().map(known -> known.name().text()).toList();
      problems.add(
          Rule.UNKNOWN_END,
          name.place(),
          link.from() + "-" + link.to(),
          "there is no dataset "
              + Shown.name(name.text())
              + ", which relationship "
              + link.name()
              + " names",
          "write one of the datasets" + NearestNames.hint(name.text(), names));
    }
    return dataset;
  }

  private static List<List<Written>> keys(Dataset dataset) {
    List<List<Written>> keys = new ArrayList<>(dataset.uniqueKeys());
    dataset.primaryKey().ifPresent(keys::add);
    return keys;
  }

  private static boolean sameColumns(List<Written> key, List<Written> columns) {
    return lower(key).equals(lower(columns));
  }

  private static Set<String> lower(List<Written> columns) {
    Set<String> names = new HashSet<>();
    columns.forEach(column -> names.add(Unit.lower(column.text())));
    return names;
  }

  private RelationshipDraft draft(List<Resolved> keys) {
    Dataset left = keys.get(0).from();
    Dataset right = keys.get(0).to();
    Cardinality shared = cardinality(keys.get(0), true);
    List<JoinDraft> joins = new ArrayList<>();
    for (Resolved key : keys) {
      boolean forward = key.from() == left;
      Cardinality own = cardinality(key, forward);
      joins.add(
          new JoinDraft(
              Optional.of(key.link().name()),
              Optional.empty(),
              Optional.of(keys.size() == 1),
              "",
              Optional.empty(),
              own == shared ? Optional.empty() : Optional.of(own),
              new DirectDraft(new FieldsConditionDraft(pairs(key, forward), key.link().place())),
              key.link().name().place()));
    }
    return new RelationshipDraft(
        new Written(left.name() + "-" + right.name(), keys.get(0).link().name().place()),
        shared,
        true,
        "",
        joins);
  }

  private static Cardinality cardinality(Resolved key, boolean forward) {
    boolean unique =
        keys(key.from()).stream().anyMatch(own -> sameColumns(own, key.link().fromColumns()));
    Cardinality cardinality = unique ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE;
    return forward ? cardinality : cardinality.reversed();
  }

  private List<PairDraft> pairs(Resolved key, boolean forward) {
    List<PairDraft> pairs = new ArrayList<>();
    for (int i = 0; i < key.link().fromColumns().size(); i++) {
      Written from =
          OssieDrafts.feature(
              key.from(), columns.get(key.from()), key.link().fromColumns().get(i), problems);
      Written to =
          OssieDrafts.feature(
              key.to(), columns.get(key.to()), key.link().toColumns().get(i), problems);
      pairs.add(forward ? new PairDraft(from, "=", to) : new PairDraft(to, "=", from));
    }
    return pairs;
  }
}
