package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.schema.BridgeTable;
import io.calque.schema.EntityTable;
import io.calque.schema.MetaTable;
import io.calque.schema.SemanticSchema;
import io.calque.sql.CalqueJoin;
import io.calque.sql.CalqueOperators;
import io.calque.sql.JdbcEscape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/**
 * Binds FROM: what is joined, and that nothing but entities, subqueries and functions that make
 * rows of their arguments stand there.
 */
final class FromBinder {
  /** The schema in which DuckDB shows a recursive CTE with keys as it was so far. */
  private static final String RECURRING = "recurring";

  private final Bindings bindings;
  private final QueryBinder queries;
  private final ExpressionBinder expressions;
  private final StarBinder stars;
  private final JoinBinder joins;

  FromBinder(
      Bindings bindings, QueryBinder queries, ExpressionBinder expressions, StarBinder stars) {
    this.bindings = bindings;
    this.queries = queries;
    this.expressions = expressions;
    this.stars = stars;
    this.joins = new JoinBinder(bindings, expressions);
  }

  /**
   * Binds a FROM clause or a part of one, and adds what it makes visible to the scope.
   *
   * @return the relations that this part makes visible
   */
  List<Relation> bind(SqlNode item, Scope scope) {
    Optional<JdbcEscape> escape = JdbcEscape.of(item);
    if (escape.isPresent()) {
      bindings.addEscape((SqlCall) item, escape.get());
      return bind(((SqlCall) item).operand(0), scope);
    }
    return item instanceof SqlJoin join
        ? bindJoin(join, scope)
        : List.of(bindRelation(item, Optional.empty(), scope));
  }

  private List<Relation> bindJoin(SqlJoin join, Scope scope) {
    List<Relation> left = bind(join.getLeft(), scope);
    List<Relation> right = bind(join.getRight(), scope);
    joins.bind((CalqueJoin) join, left, right, scope);
    if (JoinBinder.hidesRight((CalqueJoin) join)) {
      scope.remove(right);
      return left;
    }
    List<Relation> both = new ArrayList<>(left);
    both.addAll(right);
    return both;
  }

  /** An alias as it stands in the text, with the names it gives to columns. */
  private record Alias(SqlIdentifier id, List<Name> columns) {
    String name() {
      return id.getSimple();
    }
  }

  private Relation bindRelation(SqlNode item, Optional<Alias> alias, Scope scope) {
    return switch (item.getKind()) {
      case AS -> {
        SqlCall as = (SqlCall) item;
        List<Name> columns =
            as.getOperandList().stream()
                .skip(2)
                .map(column -> bindings.name((SqlIdentifier) column))
                .toList();
        yield bindRelation(
            as.operand(0), Optional.of(new Alias((SqlIdentifier) as.operand(1), columns)), scope);
      }
      case IDENTIFIER -> bindName((SqlIdentifier) item, alias, scope);
      case TABLESAMPLE, LATERAL -> bindRelation(((SqlCall) item).operand(0), alias, scope);
      case COLLECTION_TABLE -> bindFunction((SqlCall) item, alias, scope);
      default -> {
        if (isPivot(item)) {
          bindPivot((SqlCall) item, scope);
          yield addOpen(alias, item, scope);
        }
        if (item instanceof SqlCall call && call.getOperator() == CalqueOperators.WITH_ORDINALITY) {
          yield bindRelation(call.operand(0), alias, scope);
        }
        if (!QueryBinder.isQuery(item)) {
          throw bindings.error(
              item,
              ErrorCode.NOT_SUPPORTED,
              item instanceof SqlJoin
                  ? "a join in parentheses takes no alias; give its tables theirs"
                  : "Calque does not know this form of FROM");
        }
        yield add(derived(alias, queries.bind(item, scope)), alias.map(Alias::id), item, scope);
      }
    };
  }

  private DerivedRelation derived(Optional<Alias> alias, Outputs outputs) {
    DerivedRelation relation = DerivedRelation.of(alias.map(a -> bindings.name(a.id())), outputs);
    return alias.map(a -> relation.renamed(a.columns())).orElse(relation);
  }

  private Relation bindName(SqlIdentifier id, Optional<Alias> alias, Scope scope) {
    boolean mayBeCte =
        id.isSimple() || id.names.size() == 2 && id.names.get(0).equalsIgnoreCase(RECURRING);
    Optional<Outputs> cte = mayBeCte ? scope.cte(last(id)) : Optional.empty();
    if (cte.isPresent()) {
      Name name = bindings.name(alias.map(Alias::id).orElse(id));
      DerivedRelation relation = DerivedRelation.of(Optional.of(name), cte.get()).shared();
      return add(
          alias.map(a -> relation.renamed(a.columns())).orElse(relation),
          alias.map(Alias::id),
          id,
          scope);
    }
    String name = last(id);
    Optional<Relation> systemTable = bindSystemTable(id, alias, scope);
    if (systemTable.isPresent()) {
      return systemTable.get();
    }
    Optional<EntityTable> table =
        namesEntitySchema(id) ? bindings.schema.entity(name) : Optional.empty();
    return addEntity(
        table.orElseThrow(() -> unknownEntity(id)),
        name,
        id.isComponentQuoted(id.names.size() - 1),
        id,
        alias,
        scope);
  }

  /** A table of the schemas {@code bridges} and {@code meta}. */
  private Optional<Relation> bindSystemTable(SqlIdentifier id, Optional<Alias> alias, Scope scope) {
    Optional<SystemTable.Kind> kind = systemTable(id);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    List<String> columns =
        kind.get() instanceof SystemTable.Kind.Bridge bridge
            ? bridge.table().columns().stream().map(BridgeTable.Column::name).toList()
            : ((SystemTable.Kind.Meta) kind.get())
                .table().columns().stream().map(MetaTable.Column::name).toList();
    Name name = bindings.name(alias.map(Alias::id).orElse(id));
    bindings.systemTables.add(
        new SystemTable(
            bindings.place(id),
            kind.get(),
            alias.isPresent() ? Optional.empty() : Optional.of(name.value())));
    List<DerivedColumn> shown =
        columns.stream().map((String column) -> DerivedColumn.named(column)).toList();
    DerivedRelation relation = new DerivedRelation(Optional.of(name), shown, false, false);
    return Optional.of(
        add(
            alias.map(a -> relation.renamed(a.columns())).orElse(relation),
            alias.map(Alias::id),
            id,
            scope));
  }

  private Optional<SystemTable.Kind> systemTable(SqlIdentifier id) {
    if (!hasCatalog(id)) {
      return Optional.empty();
    }
    String schema = id.isSimple() ? bindings.home : id.names.get(id.names.size() - 2);
    if (schema.equalsIgnoreCase(SemanticSchema.BRIDGES)) {
      return bindings.schema.bridges().stream()
          .filter(table -> table.name().equalsIgnoreCase(last(id)))
          .findFirst()
          .map(SystemTable.Kind.Bridge::new);
    }
    return schema.equalsIgnoreCase(SemanticSchema.META)
        ? bindings.schema.metaTables().stream()
            .filter(table -> table.name().equalsIgnoreCase(last(id)))
            .findFirst()
            .map(SystemTable.Kind.Meta::new)
        : Optional.empty();
  }

  private boolean hasCatalog(SqlIdentifier id) {
    return id.names.size() < 3
        || id.names.size() == 3 && id.names.get(0).equalsIgnoreCase(bindings.schema.model().name());
  }

  private static String last(SqlIdentifier id) {
    return id.names.get(id.names.size() - 1);
  }

  private Relation addEntity(
      EntityTable table,
      String name,
      boolean quoted,
      SqlNode mention,
      Optional<Alias> alias,
      Scope scope) {
    EntityUse use =
        new EntityUse(
            table,
            alias.map(Alias::name).orElse(name),
            alias.isPresent(),
            alias.map(a -> a.id().isComponentQuoted(0)).orElse(quoted),
            bindings.place(mention));
    bindings.entities.add(use);
    List<Name> columns = alias.map(Alias::columns).orElse(List.of());
    if (columns.isEmpty()) {
      return add(use, alias.map(Alias::id), mention, scope);
    }
    if (columns.size() > use.columns().size()) {
      throw bindings.error(
          alias.orElseThrow().id(),
          ErrorCode.UNKNOWN_FEATURE,
          "%s has %d features, and %d names are given to them"
              .formatted(table.entity().name(), use.columns().size(), columns.size()));
    }
    use.needWholeRow();
    DerivedRelation renamed =
        new DerivedRelation(alias.map(a -> bindings.name(a.id())), use.columns(), false, false)
            .renamed(columns);
    return add(renamed, alias.map(Alias::id), mention, scope);
  }

  private Relation add(
      Relation relation, Optional<SqlIdentifier> alias, SqlNode mention, Scope scope) {
    if (relation.alias().isPresent() && scope.relation(relation.alias().get()).isPresent()) {
      SqlNode place = alias.isPresent() ? alias.get() : mention;
      throw bindings.error(
          place,
          ErrorCode.DUPLICATE_ALIAS,
          "two tables here are called %s; give one of them another alias"
              .formatted(relation.alias().get()));
    }
    scope.add(relation);
    return relation;
  }

  private boolean namesEntitySchema(SqlIdentifier id) {
    List<String> parts = id.names;
    boolean schemaFits =
        parts.size() < 2 || parts.get(parts.size() - 2).equalsIgnoreCase(SemanticSchema.ENTITIES);
    return schemaFits && hasCatalog(id);
  }

  private CalqueException unknownEntity(SqlIdentifier id) {
    List<String> names = new ArrayList<>();
    bindings.schema.entities().forEach(table -> names.add(table.entity().name()));
    bindings.schema.bridges().forEach(table -> names.add("bridges." + table.name()));
    bindings.schema.metaTables().forEach(table -> names.add("meta." + table.name()));
    boolean isSystem =
        id.names.size() == 2
            && (id.names.get(0).equalsIgnoreCase(SemanticSchema.BRIDGES)
                || id.names.get(0).equalsIgnoreCase(SemanticSchema.META));
    String sought = isSystem ? id.toString() : last(id);
    return bindings.error(
        id,
        ErrorCode.UNKNOWN_ENTITY,
        "the model has no entity called %s%s".formatted(id, NearestNames.hint(sought, names)));
  }

  private Relation bindFunction(SqlCall call, Optional<Alias> alias, Scope scope) {
    SqlCall function = (SqlCall) call.operand(0);
    String name =
        function.getOperator() instanceof SqlFunction f
            ? ExpressionBinder.functionName(f)
            : function.getOperator().getName();
    if (name.equalsIgnoreCase("entity")
        && function.operandCount() == 1
        && function.operand(0) instanceof SqlLiteral literal) {
      String entity = literal.getValueAs(String.class);
      return addEntity(
          bindings
              .schema
              .entity(entity)
              .orElseThrow(
                  () -> unknownEntity(new SqlIdentifier(entity, literal.getParserPosition()))),
          entity,
          false,
          call,
          alias,
          scope);
    }
    if (!bindings.rules.isTableFunction(name)) {
      throw bindings.error(
          call,
          ErrorCode.NOT_IN_MODEL,
          "the function %s is not part of the model and cannot be read; %s"
              .formatted(name, "only functions that make rows of their arguments may stand here"));
    }
    function.getOperandList().forEach(operand -> expressions.bind(operand, scope));
    return addOpen(alias, call, scope);
  }

  private Relation addOpen(Optional<Alias> alias, SqlNode mention, Scope scope) {
    Optional<Name> name = alias.map(a -> bindings.name(a.id()));
    List<DerivedColumn> columns =
        alias.stream()
            .flatMap(a -> a.columns().stream())
            .map((Name column) -> DerivedColumn.named(column))
            .toList();
    return add(
        new DerivedRelation(name, columns, true, false), alias.map(Alias::id), mention, scope);
  }

  static boolean isPivot(SqlNode node) {
    return node instanceof SqlCall call
        && (call.getOperator() == CalqueOperators.PIVOT
            || call.getOperator() == CalqueOperators.UNPIVOT);
  }

  /** Binds what PIVOT and UNPIVOT turn: whole rows, as all their columns count. */
  void bindPivot(SqlCall pivot, Scope outer) {
    Scope scope = outer.inner();
    SelectFacts facts = new SelectFacts();
    scope.begin(facts);
    bind(pivot.operand(0), scope);
    stars.needWholeRows(pivot, scope);
    facts.clause = SelectFacts.Clause.SELECT;
    if (pivot.getOperator() == CalqueOperators.PIVOT) {
      pivot.getOperandList().stream().skip(1).forEach(part -> expressions.bind(part, scope));
    } else {
      expressions.bind(pivot.operand(3), scope);
    }
    if (!facts.calls.isEmpty()) {
      throw CalqueException.at(
          facts.calls.get(0).place(),
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "a metric cannot be pivoted; ask for it in a subquery, and pivot that");
    }
  }
}
