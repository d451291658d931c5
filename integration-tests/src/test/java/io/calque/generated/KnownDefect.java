package io.calque.generated;

import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Grouping;
import io.calque.generated.Query.Keyword;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.QuerySource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Calque is known to do wrong or to refuse. Cases that meet one are left out and counted, so
 * that the others can be seen; whoever mends one takes it from this list.
 */
enum KnownDefect {
  /** Refused with CALQUE-103, which says what to write instead. */
  FULL_LOOKUP_WITH_CONDITION(KnownDefect::hasFullLookupWithCondition),

  /** A key that is alone in one set and beside others in another. */
  GROUPING_SETS(KnownDefect::hasGroupingSets);

  private final Predicate<Case> meets;

  KnownDefect(Predicate<Case> meets) {
    this.meets = meets;
  }

  boolean isMetBy(Case generated) {
    return meets.test(generated);
  }

  static boolean anyMetBy(Case generated) {
    return Stream.of(values()).anyMatch(defect -> defect.isMetBy(generated));
  }

  private static boolean hasFullLookupWithCondition(Case generated) {
    return queries(generated.query())
        .flatMap(query -> query.from().stream())
        .anyMatch(
            item ->
                item.keyword() == Keyword.FULL
                    && item.link() instanceof ModelLink link
                    && link.and() != null);
  }

  private static boolean hasGroupingSets(Case generated) {
    return queries(generated.query())
        .map(Query::grouping)
        .filter(grouping -> grouping != null && grouping.kind() == Grouping.Kind.SETS)
        .anyMatch(grouping -> hasKeyAloneAndBesideOthers(grouping.sets()));
  }

  private static boolean hasKeyAloneAndBesideOthers(List<List<Integer>> sets) {
    return sets.stream()
        .filter(set -> set.size() == 1)
        .anyMatch(set -> sets.stream().anyMatch(s -> s.size() > 1 && s.containsAll(set)));
  }

  /** A query and those in its FROM. */
  private static Stream<Query> queries(Query query) {
    List<FromItem> from = query.from();
    return Stream.concat(
        Stream.of(query),
        from.stream()
            .filter(item -> item.source() instanceof QuerySource)
            .flatMap(item -> queries(((QuerySource) item.source()).query())));
  }
}
