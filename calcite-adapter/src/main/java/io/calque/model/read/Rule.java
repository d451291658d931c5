package io.calque.model.read;

import static io.calque.model.read.Severity.ERROR;
import static io.calque.model.read.Severity.INFO;
import static io.calque.model.read.Severity.WARNING;

/**
 * Every rule that a model is checked against.
 *
 * <p>Codes that begin with Y (entities) and R (relationships) are those of Lynk's own rule list;
 * codes that begin with C are Calque's, and those with D, J, L, O and S are about one other format:
 * DefraDB, SignalSmith's JSON, Lynk's third generation, Ossie and Segment. Where Lynk only warns
 * about something that leaves a definition without a meaning (Y13, Y16, Y19, Y27, R7), the
 * definition is left out, so it is an error here. A code, once released, keeps its meaning.
 */
public enum Rule {
  ENTITY_NOT_YAML("Y1", ERROR, "an entity file is YAML"),
  ENTITY_INCOMPLETE("Y2", ERROR, "an entity has name, key_source and keys"),
  FEATURE_INCOMPLETE("Y3", ERROR, "a feature has the keys of its type"),
  BARE_NAME_IN_METRIC("Y4", ERROR, "a metric writes features in braces"),
  BARE_NAME_IN_FORMULA("Y5", ERROR, "a formula writes features in braces"),
  AGGREGATE_AROUND_METRIC("Y6", ERROR, "no aggregate around METRIC()"),
  UNKNOWN_FEATURE("Y7", ERROR, "a name in braces is a feature of the entity"),
  UNKNOWN_METRIC("Y8", ERROR, "a metric that is used exists"),
  DATA_TYPE("Y9", ERROR, "a data type is string, number, boolean or datetime"),
  IMPLAUSIBLE_TYPE("Y10", WARNING, "a declared type fits the definition"),
  DUPLICATE_FEATURE("Y11", ERROR, "feature names are unique in an entity"),
  DUPLICATE_METRIC("Y12", ERROR, "metric names are unique in an entity"),
  UNKNOWN_SOURCE("Y13", ERROR, "a source is the key_source, a related source or an entity"),
  CARDINALITY_MISFIT("Y14", WARNING, "the cardinality suits the feature's type"),
  BAD_FILTER("Y15", ERROR, "a filter has a known operator and its number of values"),
  UNKNOWN_FILTER_FIELD("Y16", ERROR, "a filter's field exists"),
  FIRST_LAST_INCOMPLETE("Y17", ERROR, "a first_last feature has its options"),
  AGGREGATE_IN_FORMULA("Y18", ERROR, "a formula has no aggregate"),
  UNKNOWN_JOIN("Y19", ERROR, "a join_name exists where it is used"),
  TIME_FIELD("Y20", WARNING, "a time_field is a datetime feature of the source"),
  NAME_STYLE("Y21", WARNING, "names are lower case with underscores"),
  FORMULA_CYCLE("Y22", ERROR, "formulas do not go round in circles"),
  SAME_FEATURE_TWICE("Y23", WARNING, "no two features have one definition"),
  SAME_METRIC_TWICE("Y24", WARNING, "no two metrics have one definition"),
  FEATURE_TYPE("Y25", ERROR, "a feature's type is field, metric, first_last or formula"),
  NO_RELATIONSHIP("Y27", ERROR, "a feature's source entity is related to its owner"),
  EMPTY_VALUE("Y28", ERROR, "name, source and sql are not empty"),
  NAME_IS_FILE_NAME("Y29", WARNING, "an entity is called as its file"),
  METRIC_WITHOUT_AGGREGATE("Y30", WARNING, "a metric aggregates"),
  OWN_ENTITY("Y31", ERROR, "the own entity is a source only through a self-relationship"),
  MISPLACED_DEFINITION("Y33", ERROR, "features are under features, metrics under metrics"),
  UNBALANCED_SQL("Y34", ERROR, "parentheses, quotes, CASE and END come in pairs"),
  INVISIBLE_CHARACTERS("Y35", ERROR, "no invisible characters, no typographic quotes"),
  FILTER_ON_WRONG_KIND("Y37", ERROR, "a filter names what its source has: features or columns"),
  NO_DESCRIPTION("Y38", INFO, "everything is described"),

  RELATIONSHIPS_NOT_YAML("R1", ERROR, "the relationships file is YAML"),
  RELATIONSHIPS_NOT_A_MAP("R2", ERROR, "relationships is a map"),
  CARDINALITY("R3", ERROR, "a cardinality is one of the four"),
  NO_JOINS("R4", ERROR, "a relationship has a join"),
  JOIN_INCOMPLETE("R5", ERROR, "a join has a type and what the type needs"),
  DEFAULT_JOIN("R6", WARNING, "one join is the default"),
  UNKNOWN_END("R7", ERROR, "both ends of a relationship are entities"),
  UNKNOWN_OPERATOR("R8", ERROR, "an operator is equal, gt, gte, lt or lte"),
  ONE_SIDED_JOIN("R9", WARNING, "a condition mentions both sides"),
  RELATIONSHIP_STYLE("R10", WARNING, "joins are called in lower case with underscores"),
  DUPLICATE_KEY("R11", ERROR, "a key stands once in its map"),
  BOTH_ORIENTATIONS("R12", ERROR, "a pair of entities has one relationship"),

  NO_MODEL("C01", ERROR, "there is a model, in a format that is known"),
  NOT_READ_YET("C02", ERROR, "the model is of a generation that is read"),
  UNKNOWN_KEY("C03", WARNING, "keys are known ones"),
  WRONG_KIND("C04", ERROR, "a value is of the kind its key asks for"),
  LEGACY("C05", INFO, "names are those of today"),
  CONFLICTING_KEYS("C06", ERROR, "an old and a new key do not contradict each other"),
  DUPLICATE_ENTITY("C07", ERROR, "entity names and aliases are unique"),
  SHARED_KEY_SOURCE("C08", INFO, "a table is the key_source of one entity"),
  UNKNOWN_DOMAIN("C09", ERROR, "the domain exists"),
  DOMAIN_CONTENT("C10", WARNING, "a domain other than default only overrides features"),
  DATA_ASSET("C11", WARNING, "only entities have metrics"),
  TWO_LAYOUTS("C12", WARNING, "a project is laid out in one way"),

  KEY_ORDER("C20", ERROR, "the first entity of a key is {source}, the second {destination}"),
  TABLE_AS_END("C21", ERROR, "a relationship's key names entities, not tables"),
  UNSPLITTABLE_KEY("C22", ERROR, "a relationship's key splits into two entities in one way"),
  UNKNOWN_NAME_IN_JOIN("C23", ERROR, "a name in a condition is a feature of that side's entity"),
  SOURCE_OF_LATER_STEP("C24", ERROR, "{source} of a step is what the step before reached"),
  LAST_DESTINATION("C25", ERROR, "a lookup ends where its relationship ends"),
  UNKNOWN_STOP("C26", WARNING, "a destination without dots is an entity"),
  DUPLICATE_JOIN("C27", ERROR, "join names are unique in a relationship"),
  DIRECT_MANY_TO_MANY("C28", WARNING, "many_to_many goes over a bridge"),
  COMPOSED_CARDINALITY("C29", WARNING, "the cardinality is that of the steps together"),
  JOIN_TYPE("C30", ERROR, "a join_type is left, inner, right or full"),
  ONE_WAY("C32", ERROR, "a one-way relationship is walked from left to right only"),
  JOIN_TYPE_IN_FEATURES("C31", WARNING, "features keep all rows of their entity"),

  NOT_A_QUERY("C33", ERROR, "a query begins as queries do"),
  CIRCLE("C34", WARNING, "one chain of relationships leads from one entity to another"),

  INDIRECT_PATH("C40", ERROR, "relationships are not chained"),
  AMBIGUOUS_DEFAULT("C41", ERROR, "a feature without join_name has a default join to use"),
  METRIC_CYCLE("C42", ERROR, "metrics do not go round in circles"),
  DEFINITION_CYCLE("C43", ERROR, "features, metrics and joins do not go round in circles"),

  TEMPLATE_LANGUAGE("C50", ERROR, "no {{ }} and no {% %}"),
  MISPLACED_PLACEHOLDER("C51", ERROR, "a placeholder stands where it has a meaning"),
  LINE_COMMENT("C52", WARNING, "no comment to the end of the line"),
  WINDOW_IN_METRIC("C53", ERROR, "a metric has no window function"),
  METRIC_CALL("C54", ERROR, "METRIC() names a metric of the same entity, in a metric"),
  FEATURE_AND_METRIC("C55", WARNING, "no feature is called as a metric"),

  WAREHOUSE_COLUMNS("C60", INFO, "features that no file lists are the warehouse's columns"),
  NO_SUCH_COLUMN("C61", WARNING, "the warehouse has what the model names"),

  NOT_EXPRESSED("C62", WARNING, "nothing that a file says is lost"),
  DERIVED("C63", INFO, "what follows from a model is part of it"),

  PRE_AGGREGATE("C70", ERROR, "a pre-aggregated table has a name, a table, a grain and metrics"),
  PRE_AGGREGATE_NAMES(
      "C71", ERROR, "names of pre-aggregated tables and of their columns are unique"),
  CHANGING_VALUE("C72", ERROR, "what is stored is the same whenever it is computed"),
  ADDITIVITY("C73", ERROR, "a metric is added up only where the sum is the metric"),

  SDL_SYNTAX("D01", ERROR, "a schema is written in GraphQL's schema language"),
  UNKNOWN_TYPE("D02", ERROR, "a field's type is a scalar or a type of the same schema"),
  FIELD_KIND("D03", ERROR, "a field's type is of a kind that the format has"),
  RESERVED_NAME("D04", ERROR, "a name is free to use"),
  RELATION_SIDES("D05", ERROR, "one side of a relation stores its key"),
  RELATION_NAMES("D06", ERROR, "both sides of a relation call it alike, and no other"),

  UNKNOWN_IMPORT("L01", ERROR, "what is imported exists"),
  STEP_JOIN_TYPE("L02", WARNING, "steps are joined as inner ones"),
  AMBIGUOUS_STEP("L03", ERROR, "a name in a step belongs to one side"),

  OSSIE_DOCUMENT("O01", ERROR, "an Ossie document is YAML with a semantic model"),
  OSSIE_COLUMN("O02", INFO, "a column of an Ossie document is a field"),

  GRAPH_SYNTAX("S01", ERROR, "a Data Graph is made of blocks and attributes"),
  GRAPH_BLOCK("S02", ERROR, "blocks stand where they have a meaning, with what they need"),
  GRAPH_ATTRIBUTE("S03", ERROR, "a block has the attributes that it needs"),
  GRAPH_VERSION("S04", WARNING, "the version is v0.0.6 or v1.0.0"),
  GRAPH_DEPTH("S05", WARNING, "relationships are no deeper than Segment takes"),
  GRAPH_CONDITION(
      "S06", ERROR, "a condition compares a column of the parent with one of the child"),
  GRAPH_SLUG("S07", WARNING, "slugs and labels are unique; slugs are in lower case"),

  JSON_SYNTAX("J01", ERROR, "the file is JSON"),
  JSON_ITEM("J02", ERROR, "entity types, attributes and relationships have what they need"),
  NO_ROWS("J03", ERROR, "an entity type has a table or a model with its rows"),
  ONE_BY_OTHER_KEY("J04", WARNING, "a relationship to one leads to a primary key"),

  LEFT_OUT("C90", WARNING, "nothing depends on what was left out");

  private final String code;
  private final Severity severity;
  private final String title;

  Rule(String code, Severity severity, String title) {
    this.code = code;
    this.severity = severity;
    this.title = title;
  }

  /** Short and stable, such as {@code Y7}; unique among all rules. */
  public String code() {
    return code;
  }

  /**
   * How bad it usually is to break it. A {@link Problem} has its own severity, which may differ
   * where a rule has a mild and a serious form.
   */
  public Severity severity() {
    return severity;
  }

  /** What the rule asks for, as a short sentence without a full stop. */
  public String title() {
    return title;
  }
}
