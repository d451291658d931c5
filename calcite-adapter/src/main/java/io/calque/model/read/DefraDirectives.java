package io.calque.model.read;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.calque.error.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the directives of a DefraDB schema say, and what of it is of no use here. */
final class DefraDirectives {
  private static final Set<String> READ = Set.of("primary", "relation", "index");
  private static final Set<String> WITHOUT_MEANING_HERE =
      Set.of(
          "default",
          "crdt",
          "materialized",
          "branchable",
          "constraints",
          "embedding",
          "encryptedIndex",
          "vectorIndex");
  private static final String POLICY = "policy";

  private final SdlFile file;
  private final Problems problems;

  DefraDirectives(SdlFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  void ofType(ObjectTypeDefinition type, String subject) {
    tell(type, subject);
  }

  void ofField(FieldDefinition field, String subject) {
    tell(field, subject);
  }

  private void tell(DirectivesContainer<?> node, String subject) {
    for (Directive directive : node.getDirectives()) {
      String name = directive.getName();
      if (READ.contains(name)) {
        continue;
      }
      boolean known = WITHOUT_MEANING_HERE.contains(name) || name.equals(POLICY);
      List<String> near = known ? List.of() : NearestNames.of(name, READ);
      problems.add(
          name.equals(POLICY) || !near.isEmpty() ? Severity.WARNING : Severity.INFO,
          Rule.NOT_EXPRESSED,
          file.place(directive.getSourceLocation()),
          subject,
          name.equals(POLICY)
              ? "@policy says who may see " + subject + ", and is not applied to queries"
              : known
                  ? "@" + name + " says how DefraDB stores data, which does not matter to queries"
                  : "@" + Shown.name(name) + " is not known, and not read",
          name.equals(POLICY)
              ? "let the warehouse's own grants say it"
              : near.isEmpty() ? "" : "did you mean @" + String.join(" or @", near) + "?");
    }
  }

  /** The name that {@code @relation} gives; empty without one, or with a problem. */
  Optional<Written> relation(FieldDefinition field, String subject) {
    Optional<Directive> directive = DefraTypeReader.first(field, "relation");
    if (directive.isEmpty()) {
      return Optional.empty();
    }
    Value<?> name = value(directive.get(), "name");
    if (name instanceof StringValue text && !text.getValue().isBlank()) {
      return Optional.of(
          new Written(text.getValue().strip(), file.place(text.getSourceLocation())));
    }
    problems.add(
        Rule.RELATION_NAMES,
        file.place(directive.get().getSourceLocation()),
        subject,
        "@relation of " + subject + "." + field.getName() + " gives no name",
        "write @relation(name: \"…\"), the same on both sides");
    return Optional.empty();
  }

  static boolean isUnique(Directive index) {
    return value(index, "unique") instanceof BooleanValue unique && unique.isValue();
  }

  /** The fields that an index on the type keeps unique, each by itself. */
  List<String> uniqueFields(ObjectTypeDefinition type) {
    List<String> unique = new ArrayList<>();
    for (Directive index : type.getDirectives("index")) {
      List<String> fields = new ArrayList<>(names(value(index, "fields")));
      fields.addAll(names(value(index, "includes")));
      if (isUnique(index) && fields.size() == 1) {
        unique.add(fields.get(0));
      }
    }
    return unique;
  }

  /** The names in a list of texts, or of objects with a {@code field}. */
  private static List<String> names(Value<?> value) {
    List<String> names = new ArrayList<>();
    if (value instanceof ArrayValue list) {
      for (Value<?> item : list.getValues()) {
        if (item instanceof StringValue text) {
          names.add(text.getValue());
        } else if (item instanceof ObjectValue object) {
          object.getObjectFields().stream()
              .filter(field -> field.getName().equals("field"))
              .filter(field -> field.getValue() instanceof StringValue)
              .map(field -> ((StringValue) field.getValue()).getValue())
              .forEach(names::add);
        }
      }
    }
    return names;
  }

  /** Null if the directive has no such argument. */
  private static Value<?> value(Directive directive, String argument) {
    return directive.getArgument(argument) == null
        ? null
        : directive.getArgument(argument).getValue();
  }
}
