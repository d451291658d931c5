package io.calque.model.read;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import io.calque.error.NearestNames;
import io.calque.model.DataType;
import io.calque.model.Place;
import io.calque.model.read.DefraType.EndField;
import io.calque.model.read.DefraType.Field;
import io.calque.model.read.DefraType.ValueField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the collections of a DefraDB schema, each field by itself. */
final class DefraTypeReader {
  /** Scalars, and what we call their types; those without stay the warehouse's. */
  private static final Map<String, Optional<DataType>> SCALARS =
      Map.ofEntries(
          Map.entry("ID", Optional.of(DataType.STRING)),
          Map.entry("String", Optional.of(DataType.STRING)),
          Map.entry("Blob", Optional.of(DataType.STRING)),
          Map.entry("Int", Optional.of(DataType.NUMBER)),
          Map.entry("Float", Optional.of(DataType.NUMBER)),
          Map.entry("Float32", Optional.of(DataType.NUMBER)),
          Map.entry("Float64", Optional.of(DataType.NUMBER)),
          Map.entry("Boolean", Optional.of(DataType.BOOLEAN)),
          Map.entry("DateTime", Optional.of(DataType.DATETIME)),
          Map.entry("JSON", Optional.empty()));

  private static final Set<String> RESERVED =
      Set.of(
          "_docID",
          "_deleted",
          "_version",
          "_group",
          "__typename",
          "_similarity",
          "_count",
          "_sum",
          "_avg",
          "_min",
          "_max");

  private final Map<String, SDLNamedDefinition<?>> definitions;
  private final SdlFile file;
  private final DefraDirectives directives;
  private final Problems problems;

  /**
   * @param definitions all named definitions of the schema, of all its files
   */
  DefraTypeReader(Map<String, SDLNamedDefinition<?>> definitions, SdlFile file, Problems problems) {
    this.definitions = definitions;
    this.file = file;
    this.directives = new DefraDirectives(file, problems);
    this.problems = problems;
  }

  /** The type with the fields that are sound; for each other one a problem has been added. */
  DefraType read(ObjectTypeDefinition definition) {
    Written name = new Written(definition.getName(), file.place(definition.getSourceLocation()));
    directives.ofType(definition, name.text());
    List<String> uniqueFields = directives.uniqueFields(definition);
    Map<String, Written> seen = new HashMap<>();
    List<Field> fields = new ArrayList<>();
    for (FieldDefinition field : definition.getFieldDefinitions()) {
      Written fieldName = new Written(field.getName(), file.place(field.getSourceLocation()));
      Written earlier = seen.putIfAbsent(field.getName(), fieldName);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_FEATURE,
            fieldName.place(),
            name.text(),
            name + " has a second field " + fieldName + "; the first is at " + earlier.place(),
            "rename one of the two");
      } else if (isFree(fieldName, name.text())) {
        field(field, fieldName, name.text(), uniqueFields).ifPresent(fields::add);
      }
    }
    return new DefraType(name, description(definition), fields);
  }

  private static String description(ObjectTypeDefinition definition) {
    return definition.getDescription() == null
        ? ""
        : definition.getDescription().getContent().strip();
  }

  private boolean isFree(Written name, String type) {
    if (RESERVED.contains(name.text())) {
      problems.add(
          Rule.RESERVED_NAME,
          name.place(),
          type,
          name + " is a name that DefraDB gives itself, in every collection",
          name.text().equals("_docID")
              ? "remove the field; every collection has its _docID"
              : "call the field something else");
      return false;
    }
    return true;
  }

  private Optional<Field> field(
      FieldDefinition field, Written name, String type, List<String> uniqueFields) {
    if (!field.getInputValueDefinitions().isEmpty()) {
      problems.add(
          Rule.NOT_EXPRESSED,
          name.place(),
          type,
          "the arguments of " + type + "." + name + " mean nothing here",
          "remove them; what to filter is said in the query");
    }
    Optional<Shape> shape = shape(field, name, type);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    directives.ofField(field, type);
    String description =
        field.getDescription() == null ? "" : field.getDescription().getContent().strip();
    String target = shape.get().name().text();
    if (SCALARS.containsKey(target)) {
      notOnValues(field, name, type);
      Optional<DataType> dataType = shape.get().isList() ? Optional.empty() : SCALARS.get(target);
      boolean isId = target.equals("ID") && !shape.get().isList();
      return Optional.of(new ValueField(name, description, isId, dataType));
    }
    boolean isUnique =
        uniqueFields.contains(name.text())
            || field.getDirectives("index").stream().anyMatch(DefraDirectives::isUnique);
    return Optional.of(
        new EndField(
            name,
            description,
            type,
            shape.get().name(),
            shape.get().isList(),
            field.hasDirective("primary"),
            isUnique,
            directives.relation(field, type)));
  }

  private void notOnValues(FieldDefinition field, Written name, String type) {
    for (String directive : List.of("primary", "relation")) {
      if (field.hasDirective(directive)) {
        Place place = file.place(field.getDirectives(directive).get(0).getSourceLocation());
        problems.add(
            Rule.RELATION_SIDES,
            place,
            type,
            "@" + directive + " stands on " + type + "." + name + ", which is no relation",
            "remove it, or give the field the type at the other end");
      }
    }
  }

  /**
   * What a field's type comes to.
   *
   * @param name a scalar, or a type of the schema
   */
  private record Shape(Written name, boolean isList) {}

  /** The shape of a field; if empty, a problem has been added. */
  private Optional<Shape> shape(FieldDefinition field, Written name, String type) {
    Type<?> outer = field.getType();
    boolean isRequired = outer instanceof NonNullType;
    Type<?> plain = outer instanceof NonNullType required ? required.getType() : outer;
    boolean isList = plain instanceof ListType;
    Type<?> element = plain instanceof ListType list ? list.getType() : plain;
    boolean isRequiredItem = isList && element instanceof NonNullType;
    Type<?> item = element instanceof NonNullType required ? required.getType() : element;
    if (!(item instanceof TypeName typeName)) {
      kind(name, type, "is a list of lists", "write one list, or JSON for what lies deeper");
      return Optional.empty();
    }
    Written target = new Written(typeName.getName(), file.place(typeName.getSourceLocation()));
    boolean isScalar = SCALARS.containsKey(target.text());
    if (!isScalar && !isCollection(target, name, type)) {
      return Optional.empty();
    }
    if (!isScalar && (isRequired || isRequiredItem)) {
      kind(
          name,
          type,
          "is a relation that must not be null, which DefraDB does not have",
          "write " + (isList ? "[" + target + "]" : target.text()) + " without !");
      return Optional.empty();
    }
    if (isRequired) {
      problems.add(
          Severity.WARNING,
          Rule.FIELD_KIND,
          name.place(),
          type,
          type + "." + name + " must not be null, which DefraDB does not have; read as nullable",
          "write the type without !");
    }
    return Optional.of(new Shape(target, isList));
  }

  private void kind(Written name, String type, String what, String remedy) {
    problems.add(
        Rule.FIELD_KIND, name.place(), type, "field " + type + "." + name + " " + what, remedy);
  }

  private boolean isCollection(Written target, Written field, String type) {
    SDLNamedDefinition<?> definition = definitions.get(target.text());
    if (definition instanceof ObjectTypeDefinition) {
      return true;
    }
    if (definition != null) {
      problems.add(
          Rule.UNKNOWN_TYPE,
          target.place(),
          type,
          "field " + type + "." + field + " is of " + target + ", which is no collection",
          "only a type has a table; if this one has, write type " + target + " { … }");
      return false;
    }
    Set<String> names = new TreeSet<>(SCALARS.keySet());
    definitions.forEach(
        (name, known) -> {
          if (known instanceof ObjectTypeDefinition) {
            names.add(name);
          }
        });
    String near = NearestNames.hint(target.text(), names);
    problems.add(
        Rule.UNKNOWN_TYPE,
        target.place(),
        type,
        "cannot find related type " + Shown.name(target.text()) + " of " + type + "." + field,
        target.text().equals("Self")
            ? "write " + type + ", the type's own name"
            : near.isEmpty()
                ? "define type "
                    + target
                    + " { … } in the same schema; all related types are"
                    + " loaded together"
                : "write a type of the schema" + near);
    return false;
  }

  /** A directive's text argument, wherever directives stand. */
  static Optional<Directive> first(DirectivesContainer<?> node, String name) {
    return node.getDirectives(name).stream().findFirst();
  }
}
