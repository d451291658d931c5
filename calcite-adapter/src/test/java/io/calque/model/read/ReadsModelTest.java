package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Direction;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.model.Join;
import io.calque.model.Relationship;
import io.calque.model.SqlTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model without a flaw is read into records, and nothing is said about it. */
class ReadsModelTest {
  private final ModelFixture.Loaded library = Library.model().load();

  @Test
  void nothingIsWrong() {
    library.isClean();
    assertFalse(library.result().hasErrors());
    assertEquals("library", library.model().name());
  }

  @Test
  void entitiesComeInTheOrderOfTheirFiles() {
    assertEquals(
        List.of("book", "loan", "member", "writer"),
        library.model().entities().stream().map(Entity::name).toList());
  }

  @Test
  void anEntityHasItsTableKeysAndPlace() {
    Entity member = library.entity("member");
    assertEquals("lib.core.members", member.source().toString());
    assertEquals(List.of("card_no"), member.keys());
    assertEquals("A person with a card", member.description());
    assertEquals("entities/member.yml:1:7", member.place().toString());
  }

  @Test
  void aFieldOfTheKeySourceIsAColumn() {
    FieldFeature cardNo = (FieldFeature) library.feature("member", "card_no");
    assertInstanceOf(FeatureOrigin.KeySource.class, cardNo.origin());
    assertEquals("card", cardNo.field());
    assertFalse(cardNo.isExpression());
    assertEquals(DataType.STRING, cardNo.info().dataType().orElseThrow());
  }

  @Test
  void aFieldOfARelatedSourceKnowsItsJoin() {
    FieldFeature town = (FieldFeature) library.feature("member", "town");
    FeatureOrigin.RelatedTable origin = (FeatureOrigin.RelatedTable) town.origin();
    assertEquals("lib.ref.towns", origin.source().table().toString());
    assertEquals("by_card", origin.join().name());
    assertEquals("lib.ref.towns", origin.join().path().last().toString());
  }

  @Test
  void aFieldOfARelatedEntityWalksTheRelationship() {
    FieldFeature title = (FieldFeature) library.feature("loan", "title");
    FeatureOrigin.RelatedEntity origin = (FeatureOrigin.RelatedEntity) title.origin();
    assertEquals("book", origin.entity());
    assertEquals(Direction.FORWARD, origin.traversal().direction());
    assertTrue(origin.traversal().isToOne());
  }

  @Test
  void aMetricFeatureHasTypedFilters() {
    MetricFeature late = (MetricFeature) library.feature("member", "late_loans");
    assertEquals("loans", late.metric());
    assertEquals("loan", late.origin().entity());
    Filter.FieldFilter days = (Filter.FieldFilter) late.filters().get(0);
    assertEquals(Filter.Operator.GT, days.operator());
    assertEquals(List.of(new Filter.Literal("28", DataType.NUMBER)), days.values());
    Filter.SqlFilter returned = (Filter.SqlFilter) late.filters().get(1);
    assertEquals(List.of("returned"), returned.sql().sideRefs(io.calque.model.Side.SOURCE));
  }

  @Test
  void aFirstLastFeatureHasItsOptions() {
    FirstLastFeature last = (FirstLastFeature) library.feature("member", "last_title");
    assertEquals(Feature.Method.LAST, last.method());
    assertEquals("lent", last.sortBy());
    assertEquals("title", last.field());
    assertEquals(1, last.offset());
  }

  @Test
  void aFormulaIsATemplateOverFeatures() {
    FormulaFeature trusted = (FormulaFeature) library.feature("member", "trusted");
    assertEquals(
        List.of(new SqlTemplate.FeatureRef("late_loans"), new SqlTemplate.Text(" < 3")),
        trusted.sql().parts());
  }

  @Test
  void aMetricMayUseOtherMetrics() {
    assertEquals(
        List.of("days_lent", "loans"),
        library.entity("loan").metric("mean_days").orElseThrow().sql().metricRefs());
  }

  @Test
  void aRelationshipHasEndsAndJoins() {
    Relationship relationship = library.relationship("member-loan");
    assertEquals(Cardinality.ONE_TO_MANY, relationship.cardinality());
    Join join = relationship.defaultJoin().orElseThrow();
    assertEquals("member_to_loan", join.name());
    assertTrue(join.path().isDirect());
  }

  @Test
  void theOnlyJoinIsTheDefault() {
    assertEquals(
        "loan_to_book", library.relationship("loan-book").defaultJoin().orElseThrow().name());
  }

  @Test
  void aLookupIsAPathOverItsBridges() {
    Join join = library.relationship("book-writer").defaultJoin().orElseThrow();
    assertEquals("[book, lib.core.authorship, writer]", join.path().nodes().toString());
    assertEquals(2, join.path().hops().size());
  }

  @Test
  void loadingTwiceGivesTheSame() {
    assertEquals(library.result(), Library.model().load().result());
  }
}
