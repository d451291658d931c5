package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bearer tokens (RFC 6750) of a file, one on each line; each is a user of its own. */
public final class Tokens implements Authentication {
  private static final String SCHEME = "Bearer ";

  /** Shorter ones could be guessed. */
  private static final int SHORTEST = 20;

  private final Fingerprint fingerprint = new Fingerprint();
  private final List<byte[]> known = new ArrayList<>();

  private Tokens() {}

  /**
   * Reads the file.
   *
   * @throws CalqueException if it has no tokens, or one that is too short
   */
  public static Tokens read(Path file) throws IOException {
    Tokens tokens = new Tokens();
    for (SecretLines.Line line : SecretLines.read(file)) {
      if (line.text().length() < SHORTEST) {
        throw CalqueException.of(
            ErrorCode.BAD_PROPERTY,
            "%s: a token needs %d characters or more".formatted(line.place(), SHORTEST));
      }
      tokens.known.add(tokens.fingerprint.of(line.text()));
    }
    if (tokens.known.isEmpty()) {
      throw CalqueException.of(
          ErrorCode.BAD_PROPERTY, file + ": there is no token in it; write one on each line");
    }
    return tokens;
  }

  @Override
  public Optional<String> user(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] sent = fingerprint.of(authorization.substring(SCHEME.length()).strip());
    int found = -1;
    for (int i = 0; i < known.size(); i++) {
      // Each is compared, so that time tells nothing.
      found = MessageDigest.isEqual(sent, known.get(i)) ? i : found;
    }
    return found < 0 ? Optional.empty() : Optional.of("token " + found);
  }

  @Override
  public List<String> challenges() {
    return List.of("Bearer realm=\"calque\"");
  }
}
