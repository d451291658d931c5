package io.calque.cli.init;

import io.calque.cli.init.LinkNames.Match;
import io.calque.cli.init.LinkNames.Strength;
import io.calque.cli.init.Probes.Count;
import io.calque.cli.init.Probes.Counted;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import io.calque.warehouse.DeclaredTable.Reference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the links between tables: declared foreign keys, and for columns that are part of none,
 * those whose names speak of another table and whose values are there.
 */
final class LinkFinder {
  /** The share of rows with a value whose value has to be there; real data has some that dangle. */
  private static final double ENOUGH = 0.9;

  private static final Comparator<Evidence> LIKELIEST_FIRST =
      Comparator.comparing((Evidence evidence) -> evidence.candidate().match().strength())
          .thenComparing(evidence -> -evidence.candidate().match().words())
          .thenComparing(evidence -> !evidence.candidate().match().isWholeName())
          .thenComparing(evidence -> evidence.candidate().to().source().table().isView())
          .thenComparing(evidence -> !evidence.isComplete());

  private final List<KeyedTable> tables;
  private final Probes probes;
  private final List<Link> links = new ArrayList<>();
  private final List<String> notTaken = new ArrayList<>();

  private LinkFinder(List<KeyedTable> tables, Probes probes) {
    this.tables = tables;
    this.probes = probes;
  }

  /**
   * What was found.
   *
   * @param notTaken what looked like a link and is none, each with the reason
   */
  record Found(List<Link> links, List<String> notTaken) {}

  static Found find(List<KeyedTable> tables, Probes probes) throws SQLException {
    LinkFinder finder = new LinkFinder(tables, probes);
    finder.find();
    return new Found(finder.links, finder.notTaken);
  }

  /** A possible link. */
  private record Candidate(
      KeyedTable from,
      List<String> columns,
      KeyedTable to,
      List<String> referenced,
      Match match,
      boolean isDeclared) {}

  /**
   * What the data says of one.
   *
   * @param rows those with a value
   * @param found those whose value is there
   * @param values different ones
   */
  private record Evidence(Candidate candidate, long rows, long found, long values) {
    boolean isEnough() {
      return found >= rows * ENOUGH;
    }

    boolean isComplete() {
      return found == rows;
    }
  }

  private void find() throws SQLException {
    List<Candidate> candidates = new ArrayList<>();
    for (KeyedTable from : tables) {
      List<Candidate> declared = declared(from);
      candidates.addAll(declared);
      Set<String> covered = new HashSet<>();
      declared.forEach(candidate -> covered.addAll(candidate.columns()));
      candidates.addAll(guesses(from, covered));
    }
    Map<List<Object>, List<Evidence>> byColumns = new LinkedHashMap<>();
    List<Counted> counted = probes.count(candidates.stream().map(this::count).toList());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      if (counted.get(i).isRefused() && !candidate.isDeclared()) {
        notTaken.add(shown(candidate) + ": the warehouse cannot compare them");
      } else {
        List<Long> numbers =
            counted.get(i).isRefused() ? List.of(0L, 0L, 0L) : counted.get(i).numbers();
        byColumns
            .computeIfAbsent(
                List.of(candidate.from().entity(), candidate.columns()), key -> new ArrayList<>())
            .add(new Evidence(candidate, numbers.get(0), numbers.get(1), numbers.get(2)));
      }
    }
    byColumns.values().forEach(this::choose);
  }

  private List<Candidate> declared(KeyedTable from) {
    List<Candidate> declared = new ArrayList<>();
    for (Reference reference : from.source().table().references()) {
      Optional<KeyedTable> to =
          tables.stream()
              .filter(table -> table.source().table().name().equals(reference.table()))
              .findFirst();
      boolean isUsable =
          from.source().features().keySet().containsAll(reference.columns())
              && to.filter(t -> t.key().isPresent())
                  .filter(t -> t.source().features().keySet().containsAll(reference.referenced()))
                  .isPresent();
      if (!isUsable) {
        notTaken.add(
            "%s(%s) -> %s, a declared foreign key: %s"
                .formatted(
                    from.source().table().name(),
                    String.join(", ", reference.columns()),
                    reference.table(),
                    to.isEmpty() ? "that table is not read" : "that table is no entity"));
      } else {
        String role = LinkNames.roleOf(from, reference.columns(), to.get(), reference.referenced());
        declared.add(
            new Candidate(
                from,
                reference.columns(),
                to.get(),
                reference.referenced(),
                Match.of(Strength.ENTITY, role),
                true));
      }
    }
    return declared;
  }

  private List<Candidate> guesses(KeyedTable from, Set<String> covered) {
    List<Candidate> guesses = new ArrayList<>();
    for (KeyedTable to : tables.stream().filter(table -> table.key().isPresent()).toList()) {
      for (List<String> identity : to.identities()) {
        if (identity.size() > 1) {
          compositeGuess(from, to, identity)
              .filter(guess -> !covered.containsAll(guess.columns()))
              .ifPresent(guesses::add);
        } else {
          for (DeclaredColumn column : from.source().columns()) {
            if (!covered.contains(column.name())) {
              singleGuess(from, column, to, identity.get(0)).ifPresent(guesses::add);
            }
          }
        }
      }
    }
    return guesses;
  }

  private static Optional<Candidate> singleGuess(
      KeyedTable from, DeclaredColumn column, KeyedTable to, String key) {
    boolean isOther = from != to || !column.name().equals(key);
    boolean isKey = to.isWholeKey(List.of(key));
    if (!isOther || !SourceTable.areComparable(column, to.source().column(key))) {
      return Optional.empty();
    }
    return LinkNames.match(from, column, to, key)
        .filter(match -> isKey || match.strength() == Strength.KEY)
        .map(match -> new Candidate(from, List.of(column.name()), to, List.of(key), match, false));
  }

  private static Optional<Candidate> compositeGuess(
      KeyedTable from, KeyedTable to, List<String> key) {
    if (from == to || !to.isWholeKey(key)) {
      return Optional.empty();
    }
    List<String> columns = LinkNames.counterparts(from, to, key);
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new Candidate(from, columns, to, key, Match.of(Strength.KEY, ""), false));
  }

  private Count count(Candidate candidate) {
    String values = probes.distinct(candidate.from().source(), candidate.columns());
    String from = probes.table(candidate.from().source()) + " f";
    String given = probes.notNull("f", candidate.columns());
    if (candidate.isDeclared()) {
      return new Count(
          candidate.from().entity(),
          "COUNT(*), COUNT(*), %s FROM %s WHERE %s".formatted(values, from, given));
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < candidate.columns().size(); i++) {
      pairs.add(
          probes.column("f", candidate.columns().get(i))
              + " = "
              + probes.column("t", candidate.referenced().get(i)));
    }
    return new Count(
        candidate.from().entity(),
        "COUNT(*), COUNT(%s), %s FROM %s LEFT JOIN %s t ON %s WHERE %s"
            .formatted(
                probes.column("t", candidate.referenced().get(0)),
                values,
                from,
                probes.table(candidate.to().source()),
                String.join(" AND ", pairs),
                given));
  }

  /** Takes all that are declared, else at most one of those that the same columns may mean. */
  private void choose(List<Evidence> all) {
    if (all.get(0).candidate().isDeclared()) {
      all.stream().map(LinkFinder::link).distinct().forEach(links::add);
      return;
    }
    List<Evidence> possible =
        all.stream().filter(Evidence::isEnough).sorted(LIKELIEST_FIRST).toList();
    if (possible.isEmpty()) {
      all.stream()
          .filter(evidence -> evidence.found() > 0 || isExpected(evidence.candidate()))
          .forEach(
              evidence ->
                  notTaken.add(
                      "%s: only %,d of %,d values are there"
                          .formatted(
                              shown(evidence.candidate()), evidence.found(), evidence.rows())));
      return;
    }
    Evidence best = possible.get(0);
    List<Evidence> equals =
        possible.stream().filter(other -> LIKELIEST_FIRST.compare(best, other) == 0).toList();
    if (equals.size() > 1) {
      equals.forEach(
          evidence ->
              notTaken.add(shown(evidence.candidate()) + ": it could as well be another table"));
      return;
    }
    Link link = link(best);
    if (links.stream().noneMatch(link::isReverseOf)) {
      links.add(link);
    }
  }

  private static boolean isExpected(Candidate candidate) {
    String column = candidate.columns().get(0);
    return candidate.from().source().wordsOf(column).isIdentifier();
  }

  private static Link link(Evidence evidence) {
    Candidate candidate = evidence.candidate();
    boolean isIdentified = candidate.from().isIdentifiedBy(candidate.columns());
    boolean isUnrepeated =
        evidence.rows() == evidence.values() && evidence.rows() >= Key.TELLING_ROWS;
    String why =
        candidate.isDeclared() ? "Declared as a foreign key." : "Guess: " + why(evidence) + ".";
    if (!isIdentified && isUnrepeated) {
      why +=
          " One to one is a guess: no value repeats in %s, though nothing declares it."
              .formatted(Key.rows(evidence.rows()));
    }
    return new Link(
        candidate.from(),
        candidate.columns(),
        candidate.to(),
        candidate.referenced(),
        candidate.match().role(),
        isIdentified || isUnrepeated,
        candidate.isDeclared(),
        why);
  }

  private static String why(Evidence evidence) {
    String name =
        switch (evidence.candidate().match().strength()) {
          case ENTITY -> "it is called as the entity";
          case KEY -> "it is called as the key there";
          case ABBREVIATION -> "its name is short for the entity's";
          case SELF -> "its name speaks of another row of the same table";
        };
    if (evidence.rows() == 0) {
      return name + "; there are no values to prove it by";
    }
    long missing = evidence.rows() - evidence.found();
    return name
        + (missing == 0
            ? ", and all values of %s are there".formatted(Key.rows(evidence.rows()))
            : ", and the values of %,d of %s are there"
                .formatted(evidence.found(), Key.rows(evidence.rows())));
  }

  private static String shown(Candidate candidate) {
    return Link.shown(candidate.from(), candidate.columns())
        + " -> "
        + Link.shown(candidate.to(), candidate.referenced());
  }
}
