package io.calque.jdbc;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.project.ProjectRequest;
import io.calque.warehouse.WarehouseSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection's URL, taken apart.
 *
 * <pre>
 * jdbc:calque:&lt;folder, calque.yml or model file&gt;[;key=value]…
 * jdbc:calque:key=value[;key=value]…
 * </pre>
 *
 * <p>A value, or the path, that holds {@code ;} stands in single or double quotes, which are
 * doubled inside. What the URL says counts more than the properties beside it.
 */
final class CalqueUrl {
  static final String PREFIX = "jdbc:calque:";

  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(?:([A-Za-z_][A-Za-z0-9_.-]*)\\s*=)?\\s*"
              + "(?:\"((?:[^\"]|\"\")*)\"|'((?:[^']|'')*)'|(?![\"'])([^;]*?))\\s*(?:;|$)");

  private final Map<ConnectionProperty, String> values;
  private final String shown;

  private CalqueUrl(Map<ConnectionProperty, String> values, String shown) {
    this.values = values;
    this.shown = shown;
  }

  /** Whether a URL is meant for this driver. */
  static boolean accepts(String url) {
    return url != null && url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /**
   * Reads a URL and the properties beside it.
   *
   * @param info may be null
   * @throws CalqueException if the URL is malformed or a property unknown
   */
  static CalqueUrl parse(String url, Properties info) {
    Map<ConnectionProperty, String> values = new EnumMap<>(ConnectionProperty.class);
    if (info != null) {
      for (String key : info.stringPropertyNames()) {
        ConnectionProperty property = ConnectionProperty.of(key);
        values.put(property, property.checked(info.getProperty(key)));
      }
    }
    String rest = url.substring(PREFIX.length());
    Map<ConnectionProperty, String> inUrl = pieces(rest);
    values.putAll(inUrl);
    return new CalqueUrl(values, shown(inUrl));
  }

  private static Map<ConnectionProperty, String> pieces(String rest) {
    Map<ConnectionProperty, String> pieces = new EnumMap<>(ConnectionProperty.class);
    Matcher piece = PIECE.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      if (!piece.region(at, rest.length()).lookingAt()) {
        throw malformed(rest, at);
      }
      String value = value(piece);
      String key = piece.group(1);
      if (key == null && at > 0 && !value.isEmpty()) {
        throw malformed(rest, at);
      }
      if (key != null || !value.isEmpty()) {
        ConnectionProperty property =
            key == null ? ConnectionProperty.MODEL : ConnectionProperty.of(key);
        if (pieces.put(property, property.checked(value)) != null) {
          throw CalqueException.of(ErrorCode.BAD_URL, property.key() + " is in the URL twice");
        }
      }
      at = piece.end();
    }
    return pieces;
  }

  private static String value(Matcher piece) {
    if (piece.group(2) != null) {
      return piece.group(2).replace("\"\"", "\"");
    }
    if (piece.group(3) != null) {
      return piece.group(3).replace("''", "'");
    }
    return piece.group(4);
  }

  private static CalqueException malformed(String rest, int at) {
    return CalqueException.of(
        ErrorCode.BAD_URL,
        ("the URL is wrong after %d characters of what follows jdbc:calque:; write"
                + " jdbc:calque:<folder>;key=value;key=value, and a value that holds ; in quotes")
            .formatted(Math.min(at, rest.length())));
  }

  /** As given, without what is secret. */
  private static String shown(Map<ConnectionProperty, String> inUrl) {
    StringBuilder text = new StringBuilder(PREFIX);
    String path = inUrl.get(ConnectionProperty.MODEL);
    text.append(path == null ? "" : quoted(path));
    for (Map.Entry<ConnectionProperty, String> entry : inUrl.entrySet()) {
      switch (entry.getKey()) {
        case MODEL, PASSWORD -> {}
        case WAREHOUSE ->
            text.append(";warehouse=")
                .append(quoted(WarehouseSettings.withoutSecrets(entry.getValue())));
        default ->
            text.append(';')
                .append(entry.getKey().key())
                .append('=')
                .append(quoted(entry.getValue()));
      }
    }
    return text.toString();
  }

  private static String quoted(String value) {
    return value.matches("[^;'\"]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** The URL as it may be shown: without passwords. */
  String shown() {
    return shown;
  }

  Optional<String> get(ConnectionProperty property) {
    return Optional.ofNullable(values.get(property));
  }

  /**
   * The project that is asked for.
   *
   * @throws CalqueException if none is named
   */
  ProjectRequest request() {
    return new ProjectRequest(
        get(ConnectionProperty.MODEL)
            .filter(path -> !path.isBlank())
            .orElseThrow(
                () ->
                    CalqueException.of(
                        ErrorCode.BAD_URL,
                        "the URL names no project; write jdbc:calque:<folder, calque.yml or model"
                            + " file>")),
        get(ConnectionProperty.WAREHOUSE),
        get(ConnectionProperty.USER),
        get(ConnectionProperty.PASSWORD),
        get(ConnectionProperty.DOMAIN),
        get(ConnectionProperty.TABLES),
        get(ConnectionProperty.FOREIGN_KEYS),
        get(ConnectionProperty.LENIENT).map(Boolean::parseBoolean).orElse(false),
        get(ConnectionProperty.AGGREGATES).filter("off"::equalsIgnoreCase).isEmpty());
  }
}
