package io.calque.generated;

import io.calque.generated.Query.EntitySource;
import io.calque.generated.Query.FromItem;
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
  FULL_LOOKUP_WITH_CONDITION(KnownDefect::hasFullLookupWithCondition);

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
        .anyMatch(
            query -> query.from().stream().anyMatch(item -> is(generated.model(), query, item)));
  }

  private static boolean is(Model model, Query query, FromItem item) {
    if (item.keyword() != Keyword.FULL
        || !(item.link() instanceof ModelLink link)
        || link.and() == null) {
      return false;
    }
    String near = ((EntitySource) query.source(link.near())).entity();
    Relationship relationship = model.relationship(near, item.entity().orElseThrow());
    return relationship.join(link.join()).hops().size() > 1;
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
