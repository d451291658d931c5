package io.calque.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by a file of users and a file of tokens. */
class AuthenticationTest {
  private static final String TOKEN = "q8fJ2mVx7Lw0Zr5TcYb3";

  @TempDir Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("secrets.txt"), List.of(lines));
  }

  private static String line(String name, String password) {
    return name + ":" + PasswordHash.of(password.toCharArray());
  }

  private static String basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void aUserIsWhoKnowsThePassword() throws IOException {
    Users users = Users.read(file("# staff", "", line("ann", "pa:ßword"), line("bob", "other")));
    assertEquals(Optional.of("ann"), users.user(basic("ann:pa:ßword")));
    assertEquals(Optional.of("ann"), users.user(basic("ann:pa:ßword")), "remembered");
    assertEquals(Optional.of("bob"), users.user(basic("bob:other").replace("Basic", "basic")));
    for (String wrong : List.of("ann:other", "ann:", "ann", "carl:other", ":", "")) {
      assertEquals(Optional.empty(), users.user(basic(wrong)), wrong);
    }
    assertEquals(Optional.empty(), users.user("Basic ***"));
    assertEquals(Optional.empty(), users.user("Bearer ann"));
    assertEquals(Optional.empty(), users.user(""));
  }

  @Test
  void equalPasswordsHaveDifferentHashesThatTellNothing() {
    String first = PasswordHash.of("secret".toCharArray()).toString();
    assertNotEquals(first, PasswordHash.of("secret".toCharArray()).toString());
    assertFalse(first.contains("secret"));
    assertTrue(PasswordHash.parse(first).orElseThrow().matches("secret".toCharArray()));
    assertFalse(PasswordHash.parse(first).orElseThrow().matches("Secret".toCharArray()));
  }

  @Test
  void eachTokenIsAUser() throws IOException {
    Tokens tokens = Tokens.read(file("# one a line", TOKEN, "another-token-of-20-characters"));
    assertEquals(Optional.of("token 0"), tokens.user("Bearer " + TOKEN));
    assertEquals(Optional.of("token 1"), tokens.user("bearer another-token-of-20-characters"));
    assertEquals(Optional.empty(), tokens.user("Bearer " + TOKEN.toLowerCase()));
    assertEquals(Optional.empty(), tokens.user("Bearer # one a line"));
    assertEquals(Optional.empty(), tokens.user(TOKEN));
  }

  @Test
  void bothWaysGoTogether() throws IOException {
    Users users = Users.read(file(line("ann", "secret")));
    Tokens tokens = Tokens.read(file(TOKEN));
    Authentication either = Authentication.anyOf(List.of(users, tokens));
    assertEquals(Optional.of("ann"), either.user(basic("ann:secret")));
    assertEquals(Optional.of("token 0"), either.user("Bearer " + TOKEN));
    assertEquals(Optional.empty(), either.user(""));
    assertEquals(2, either.challenges().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# none",
        "ann",
        "ann:secret",
        ":pbkdf2-sha512$1$a$b",
        "ann:pbkdf2-sha512$1$YQ==$Yg=="
      })
  void whatIsNoFileOfUsersIsRefusedWithoutItsText(String line) throws IOException {
    CalqueException refused = assertThrows(CalqueException.class, () -> Users.read(file(line)));
    assertTrue(refused.getMessage().contains("secrets.txt"), refused.getMessage());
    assertFalse(refused.getMessage().contains("ann:"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# none", "too-short"})
  void whatIsNoFileOfTokensIsRefusedWithoutItsText(String line) throws IOException {
    CalqueException refused = assertThrows(CalqueException.class, () -> Tokens.read(file(line)));
    assertFalse(refused.getMessage().contains("too-short"), refused.getMessage());
  }
}
