package io.calque.serve;

import java.util.List;
import java.util.Optional;

/** Tells who sends a request. Safe for all threads. */
public interface Authentication {
  /** Lets everybody in, as nobody in particular. */
  Authentication NONE =
      new Authentication() {
        @Override
        public Optional<String> user(String authorization) {
          return Optional.of("");
        }

        @Override
        public List<String> challenges() {
          return List.of();
        }
      };

  /**
   * Who it is.
   *
   * @param authorization the request's header of that name; empty if it has none
   * @return empty for strangers
   */
  Optional<String> user(String authorization);

  /** What a stranger is told to send, one value of {@code WWW-Authenticate} each. */
  List<String> challenges();

  /** Lets in whom any of them knows. */
  static Authentication anyOf(List<Authentication> ways) {
    List<Authentication> all = List.copyOf(ways);
    return new Authentication() {
      @Override
      public Optional<String> user(String authorization) {
        return all.stream().flatMap(way -> way.user(authorization).stream()).findFirst();
      }

      @Override
      public List<String> challenges() {
        return all.stream().flatMap(way -> way.challenges().stream()).toList();
      }
    };
  }
}
