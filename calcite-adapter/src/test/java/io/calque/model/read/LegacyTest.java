package io.calque.model.read;

import static io.calque.model.read.Library.LOAN;
import static io.calque.model.read.Library.MEMBER;
import static io.calque.model.read.Library.RELATIONSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.Filter.SqlFilter;
import io.calque.model.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the first generation are read as those of today, with a note. */
class LegacyTest {
  /** The same model in the words of the first generation. */
  private static ModelFixture old() {
    return Library.model()
        .replacing(MEMBER, "key_source:", "key_table:")
        .replacing(MEMBER, "    source: lib.core.members", "    asset: lib.core.members")
        .replacing(MEMBER, "    metric: loans", "    measure: loans")
        .replacing(MEMBER, "metrics:", "measures:")
        .replacing(MEMBER, "related_sources:", "related_assets:")
        .replacing(MEMBER, "{source}.{returned}", "{asset}.{returned}")
        .replacing(MEMBER, "{type: field, field: days", "{type: fields, field: days")
        .replacing(MEMBER, "data_type: boolean", "data_type: bool")
        .replacing(MEMBER, "data_type: datetime", "data_type: date")
        .replacing(RELATIONSHIPS, "one_to_many", "one-to-many");
  }

  @Test
  void anOldModelIsTheSameModel() {
    ModelFixture.Loaded loaded = old().load().hasNoErrors();
    assertEquals(Library.model().load().model().toString(), loaded.model().toString());
  }

  @Test
  void eachOldNameIsNoted() {
    old()
        .load()
        .reports("entities/member.yml:3:1 info C05", "write key_source:")
        .reports("entities/member.yml:10:5 info C05", "write source:")
        .reports("entities/member.yml:29:5 info C05", "write metric:")
        .reports("entities/member.yml:44:1 info C05", "write metrics:")
        .reports("entities/member.yml:48:1 info C05", "write related_sources:")
        .reports("entities/member.yml:32:27 info C05", "write {source}.{returned}")
        .reports("entities/member.yml:31:16 info C05", "type: field")
        .reports("entities/member.yml:42:16 info C05", "data_type: boolean")
        .reports("entities/member.yml:15:16 info C05", "data_type: datetime")
        .reports("entities_relationships.yml:3:19 info C05", "one_to_many");
  }

  @Test
  void aMetricMayBeCalledMeasuresOrField() {
    for (String key : List.of("measures", "field")) {
      MetricFeature late =
          (MetricFeature)
              Library.model()
                  .replacing(MEMBER, "    metric: loans", "    " + key + ": loans")
                  .load()
                  .hasNoErrors()
                  .feature("member", "late_loans");
      assertEquals("loans", late.metric());
    }
  }

  @Test
  void placeholdersMayLackTheirInnerBraces() {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(MEMBER, "{source}.{returned}", "{source}.returned")
            .load()
            .hasNoErrors()
            .reports("entities/member.yml:32:27 info C05", "write {source}.{returned}");
    SqlFilter filter =
        (SqlFilter) ((MetricFeature) loaded.feature("member", "late_loans")).filters().get(1);
    assertEquals(List.of("returned"), filter.sql().sideRefs(Side.SOURCE));
  }

  @Test
  void oldAndNewMayAgree() {
    Library.model()
        .replacing(LOAN, "keys:", "key_table: lib.core.loans\nkeys:")
        .load()
        .hasNoErrors()
        .reports("entities/loan.yml:4:1 info C05", "repeats");
  }

  @Test
  void oldAndNewMustNotContradict() {
    Library.model()
        .replacing(LOAN, "keys:", "key_table: lib.core.borrowings\nkeys:")
        .load()
        .hasOneError()
        .reports("entities/loan.yml:4:1 error C06", "entities/loan.yml:3:1", "remove key_table");
  }

  @ParameterizedTest
  @CsvSource({
    "one-to-many, ONE_TO_MANY",
    "oneToMany, ONE_TO_MANY",
    "'1:N', ONE_TO_MANY",
    "'1:many', ONE_TO_MANY",
    "has_many, ONE_TO_MANY",
    "hasMany, ONE_TO_MANY",
    "ONE_TO_MANY, ONE_TO_MANY",
    "'1:1', ONE_TO_ONE",
    "has_one, ONE_TO_ONE"
  })
  void cardinalitiesHaveManySpellings(String written, Cardinality read) {
    ModelFixture.Loaded loaded =
        Library.model()
            .replacing(RELATIONSHIPS, "one_to_many", "'" + written + "'")
            .load()
            .hasNoErrors();
    assertEquals(read, loaded.relationship("member-loan").cardinality());
    loaded.reports("entities_relationships.yml:3:19 info C05", "is read as");
  }

  @Test
  void aMissingDataTypeStaysUnknown() {
    assertEquals(
        false,
        Library.model()
            .replacing(MEMBER, "    data_type: datetime\n", "")
            .load()
            .hasNoErrors()
            .feature("member", "joined")
            .info()
            .dataType()
            .filter(DataType.STRING::equals)
            .isPresent());
  }
}
