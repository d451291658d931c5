package io.calque.model.read;

import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import io.calque.model.Place;
import java.util.Optional;

/**
 * Reads the text of one file in GraphQL's schema definition language into graphql-java's tree.
 *
 * <p>Only its parser is used, which executes and fetches nothing. Size and depth are limited, the
 * depth before parsing: the parser itself would look too far ahead.
 */
final class SdlFile {
  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;
  private static final int MOST_TOKENS = 200_000;
  private static final int DEEPEST_RULE = 500;

  private static final ParserOptions OPTIONS =
      ParserOptions.newParserOptions()
          .captureIgnoredChars(false)
          .captureLineComments(false)
          .captureSourceLocation(true)
          .readerTrackData(false)
          .maxCharacters(MOST_CHARACTERS)
          .maxTokens(MOST_TOKENS)
          .maxWhitespaceTokens(Integer.MAX_VALUE)
          .maxRuleDepth(DEEPEST_RULE)
          .build();

  private final SourceText source;
  private final Problems problems;

  SdlFile(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The file's definitions; if empty, a problem has been added. */
  Optional<Document> read() {
    if (source.text().length() > MOST_CHARACTERS) {
      return error(source.place(0, 0), "the file is larger than 4 MB", "split it");
    }
    Optional<SdlOutline.Fault> fault = SdlOutline.of(source.text()).fault();
    if (fault.isPresent()) {
      return error(
          source.placeAt(fault.get().offset()), fault.get().message(), fault.get().remedy());
    }
    try {
      return Optional.of(
          new Parser()
              .parseDocument(
                  ParserEnvironment.newParserEnvironment()
                      .document(source.text())
                      .parserOptions(OPTIONS)
                      .build()));
    } catch (InvalidSyntaxException e) {
      return error(place(e.getLocation()), sentence(e), remedy(e));
    }
  }

  /** Where the parser says that something stands. */
  Place place(SourceLocation location) {
    return location == null || location.getLine() < 1
        ? source.place(0, 0)
        : source.place(location.getLine() - 1, Math.max(0, location.getColumn() - 1));
  }

  private Optional<Document> error(Place place, String message, String remedy) {
    problems.add(Rule.SDL_SYNTAX, place, "", message, remedy);
    return Optional.empty();
  }

  private static String sentence(InvalidSyntaxException error) {
    String token = error.getOffendingToken();
    if (error instanceof ParseCancelledException
        || error instanceof ParseCancelledTooDeepException
        || error instanceof ParseCancelledTooManyCharsException) {
      return "the file is too large or too deep to be read";
    }
    if (token == null) {
      return "a character here has no meaning in GraphQL";
    }
    return token.equals("<EOF>")
        ? "the file ends in the middle of a definition"
        : "GraphQL does not expect " + Shown.name(token) + " here";
  }

  private static String remedy(InvalidSyntaxException error) {
    String token = String.valueOf(error.getOffendingToken());
    return switch (token) {
      case "<EOF>" -> "close what is open, or remove it";
      case "{", "}" -> "write type Name { field: Type }, each field with a name and a type";
      case "=" -> "fields of a type have no default value; write @default(…) if DefraDB needs one";
      default -> "write a field as name: Type @directive(argument: value)";
    };
  }
}
