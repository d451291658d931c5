package io.calque.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that decides which warehouse is talked to, as whom, and how. Two that are equal may
 * share one pool of connections; two that differ in anything never do.
 *
 * @param url a JDBC URL; may hold credentials
 * @param user empty if the warehouse needs none, or has it in the URL
 * @param password empty if the warehouse needs none, or has it in the URL
 * @param dialect the name of the dialect, if it is not the one that the URL tells
 * @param properties handed to the warehouse's driver; may hold credentials
 * @param init statements that each new warehouse connection runs before anything else
 * @param pool HikariCP's settings under HikariCP's own names
 */
public record WarehouseSettings(
    String url,
    Optional<String> user,
    Optional<Password> password,
    Optional<String> dialect,
    Map<String, String> properties,
    List<String> init,
    Map<String, String> pool) {
  private static final String SECRET = "(?:password|passwd|pwd|secret|token|key|credential)";
  private static final Pattern SECRET_NAME = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE);
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(" + SECRET + "[^=;&?]*=)[^;&]*", Pattern.CASE_INSENSITIVE);

  /** Anything shorter occurs in ordinary words, and replacing it would show what it is. */
  private static final int SHORTEST_SECRET = 4;

  private static final Pattern USER_INFO = Pattern.compile("//[^/@?;]*@");

  public WarehouseSettings {
    properties = Map.copyOf(properties);
    init = List.copyOf(init);
    pool = Map.copyOf(pool);
  }

  /** Settings that are a URL and nothing else. */
  public static WarehouseSettings of(String url) {
    return new WarehouseSettings(
        url, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of(), Map.of());
  }

  /** The URL as it may be shown: without passwords, tokens and user information. */
  public String shownUrl() {
    return withoutSecrets(url);
  }

  /** Any JDBC URL as it may be shown. */
  public static String withoutSecrets(String url) {
    return SECRET_PARAMETER
        .matcher(USER_INFO.matcher(url).replaceAll("//***@"))
        .replaceAll("$1***");
  }

  /** A text of the warehouse's driver as it may be shown: without this URL and these passwords. */
  public String withoutOwnSecrets(String text) {
    String shown = text.replace(url, shownUrl());
    Stream<String> secrets =
        Stream.concat(
            password.stream()
                .flatMap(
                    source ->
                        source instanceof Password.Given given
                            ? Stream.of(given.text())
                            : Stream.empty()),
            properties.entrySet().stream()
                .filter(property -> SECRET_NAME.matcher(property.getKey()).find())
                .map(Map.Entry::getValue));
    for (String secret : secrets.filter(s -> s.length() >= SHORTEST_SECRET).toList()) {
      shown = shown.replace(secret, "***");
    }
    return shown;
  }

  /** Without credentials: names of properties but not their values. */
  @Override
  public String toString() {
    return "WarehouseSettings[url=%s, properties=%s, init=%d, pool=%s]"
        .formatted(
            shownUrl(), new TreeMap<>(properties).keySet(), init.size(), new TreeMap<>(pool));
  }
}
