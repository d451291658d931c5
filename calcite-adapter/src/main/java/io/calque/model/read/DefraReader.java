package io.calque.model.read;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.SDLNamedDefinition;
import io.calque.model.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the schemas of DefraDB, in GraphQL's schema definition language: each type is an entity,
 * each pair of fields that lead to each other a relationship.
 */
final class DefraReader implements ModelReader {
  private static final String[] ENDINGS = {".graphql", ".graphqls", ".gql", ".sdl"};

  @Override
  public String format() {
    return "DefraDB";
  }

  @Override
  public String recognisedBy() {
    return "a file in GraphQL's schema language, or a folder with *.graphql files";
  }

  @Override
  public boolean recognises(ModelFiles files) throws IOException {
    return files.endingIn(ENDINGS).stream()
        .anyMatch(file -> files.isText(file, text -> SdlOutline.of(text).isSchema()));
  }

  @Override
  public ModelDraft read(ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException {
    return new Schema(files, problems).read(files.endingIn(ENDINGS), options.collections());
  }

  /** One schema while it is read: all its files together, as DefraDB loads them. */
  private static final class Schema {
    private final ModelFiles files;
    private final Problems problems;
    private final Map<SdlFile, Document> documents = new LinkedHashMap<>();
    private final Map<String, SDLNamedDefinition<?>> definitions = new HashMap<>();

    Schema(ModelFiles files, Problems problems) {
      this.files = files;
      this.problems = problems;
    }

    ModelDraft read(List<Path> paths, CollectionNaming naming) {
      for (Path path : paths) {
        files
            .text(path, Rule.SDL_SYNTAX, "", problems)
            .map(text -> new SdlFile(text, problems))
            .ifPresent(file -> file.read().ifPresent(read -> documents.put(file, read)));
      }
      List<DefraType> types = types();
      return new DefraDrafts(types, naming, problems).model(DefraRelations.of(types, problems));
    }

    private List<DefraType> types() {
      Map<String, Place> places = new HashMap<>();
      Map<ObjectTypeDefinition, SdlFile> objects = new LinkedHashMap<>();
      documents.forEach(
          (file, document) ->
              document
                  .getDefinitions()
                  .forEach(definition -> define(definition, file, places, objects)));
      List<DefraType> types = new ArrayList<>();
      objects.forEach(
          (type, file) -> types.add(new DefraTypeReader(definitions, file, problems).read(type)));
      return types;
    }

    private void define(
        Definition<?> definition,
        SdlFile file,
        Map<String, Place> places,
        Map<ObjectTypeDefinition, SdlFile> objects) {
      Place place = file.place(definition.getSourceLocation());
      if (definition instanceof SDLExtensionDefinition || !(definition instanceof SDLDefinition)) {
        misplaced(definition, place);
        return;
      }
      if (!(definition instanceof SDLNamedDefinition<?> named)) {
        notKept(definition, place, "");
        return;
      }
      Place earlier = places.putIfAbsent(named.getName(), place);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_ENTITY,
            place,
            named.getName(),
            "there is a second type " + named.getName() + "; the first is at " + earlier,
            "rename one of the two");
        return;
      }
      definitions.put(named.getName(), named);
      if (definition instanceof ObjectTypeDefinition type) {
        objects.put(type, file);
      } else {
        notKept(definition, place, named.getName());
      }
    }

    private void misplaced(Definition<?> definition, Place place) {
      String message = "this is no definition of a type";
      String remedy = "remove it; a schema has type Name { field: Type }";
      if (definition instanceof ObjectTypeExtensionDefinition) {
        message = "a type is extended here, which DefraDB does not read";
        remedy = "write the fields into the type itself";
      } else if (definition instanceof OperationDefinition query && query.getName() == null) {
        message = "what stands in these braces is read as a query, since a field lacks its colon";
        remedy = "write each field as name: Type; if it is a query, remove it";
      } else if (definition instanceof OperationDefinition) {
        message = "this is a query, and a schema has only definitions";
      }
      problems.add(Rule.SDL_SYNTAX, place, "", message, remedy);
    }

    private void notKept(Definition<?> definition, Place place, String name) {
      boolean isInterface = definition instanceof InterfaceTypeDefinition;
      problems.add(
          Severity.INFO,
          Rule.NOT_EXPRESSED,
          place,
          name,
          isInterface
              ? "interface " + name + " has no collection, so it is no entity"
              : (name.isEmpty() ? "this definition" : name) + " is no collection, and not read",
          isInterface ? "for a table of its own write type " + name + " { … }" : "");
    }
  }
}
