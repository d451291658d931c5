package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Users and passwords (basic authentication, RFC 7617) of a file, each line {@code name:} and a
 * {@link PasswordHash}.
 *
 * <p>A hash is slow on purpose. What was right once is remembered by a fingerprint, and of what was
 * not, one is looked at after the other, so that strangers cannot keep the machine busy.
 */
public final class Users implements Authentication {
  private static final String SCHEME = "Basic ";
  private static final int PATIENCE_SECONDS = 10;
  private static final int REMEMBERED = 10_000;

  /** What strangers' passwords are compared with, so that time does not tell that there is none. */
  private static final PasswordHash NOBODY = PasswordHash.of(new char[0]);

  private final Map<String, PasswordHash> users;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Map<String, String> verified = new ConcurrentHashMap<>();
  private final Semaphore turn = new Semaphore(1, true);

  private Users(Map<String, PasswordHash> users) {
    this.users = Map.copyOf(users);
  }

  /**
   * Reads the file.
   *
   * @throws CalqueException if it has no users, or a line that is none
   */
  public static Users read(Path file) throws IOException {
    Map<String, PasswordHash> users = new HashMap<>();
    for (SecretLines.Line line : SecretLines.read(file)) {
      int colon = line.text().indexOf(':');
      Optional<PasswordHash> hash = PasswordHash.parse(line.text().substring(colon + 1).strip());
      if (colon < 1 || hash.isEmpty()) {
        throw CalqueException.of(
            ErrorCode.BAD_PROPERTY,
            line.place() + ": this is no user; \"calque password <name>\" prints such a line");
      }
      if (users.put(line.text().substring(0, colon), hash.get()) != null) {
        throw CalqueException.of(
            ErrorCode.BAD_PROPERTY, line.place() + ": this user stands in the file twice");
      }
    }
    if (users.isEmpty()) {
      throw CalqueException.of(
          ErrorCode.BAD_PROPERTY,
          file + ": there is no user in it; \"calque password <name>\" prints a line for one");
    }
    return new Users(users);
  }

  @Override
  public Optional<String> user(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String credentials = authorization.substring(SCHEME.length()).strip();
    String known = Base64.getEncoder().encodeToString(fingerprint.of(credentials));
    String user = verified.get(known);
    return user != null ? Optional.of(user) : verify(credentials, known);
  }

  private Optional<String> verify(String credentials, String known) {
    String decoded;
    try {
      decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = decoded.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String name = decoded.substring(0, colon);
    char[] password = decoded.substring(colon + 1).toCharArray();
    if (!matches(name, password)) {
      return Optional.empty();
    }
    if (verified.size() < REMEMBERED) {
      verified.put(known, name);
    }
    return Optional.of(name);
  }

  private boolean matches(String name, char[] password) {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      PasswordHash hash = users.get(name);
      return (hash == null ? NOBODY : hash).matches(password) && hash != null;
    } finally {
      turn.release();
    }
  }

  @Override
  public List<String> challenges() {
    return List.of("Basic realm=\"calque\", charset=\"UTF-8\"");
  }
}
