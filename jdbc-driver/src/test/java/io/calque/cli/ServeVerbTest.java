package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How {@code serve} and {@code password} take their words; what is served is tested with clients.
 */
class ServeVerbTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--host 0.0.0.0 | can be reached from other machines",
        "--host :: | can be reached from other machines",
        "--host no.such.host.invalid | there is no address no.such.host.invalid",
        "--max-connections 0 | a limit of 0 would let nothing through",
        "--query-timeout -1 | a time cannot be negative",
        "--certificate cert.pem | --certificate and --key go together",
        "--keystore store.p12 --certificate cert.pem --key key.pem | do not go together",
        "--keystore store.p12 | the key store needs a password"
      })
  void whatCannotBeMeantIsWrongUsage(String options, String said) {
    String[] words = ("serve " + folder + " " + options).split(" ");
    CliRun run = CliRun.of(words);
    assertEquals(Main.USAGE, run.exitCode(), run::err);
    assertTrue(run.err().contains(said), run::err);
  }

  @Test
  void filesThatAreMissingOrNoKeysAreNamed() throws IOException {
    CliRun missing = CliRun.of("serve", folder.toString(), "--users", folder + "/users.txt");
    assertEquals(Main.FAILED, missing.exitCode());
    assertTrue(missing.err().contains("users.txt"), missing::err);
    Path text = Files.writeString(folder.resolve("key.pem"), "this is no key");
    CliRun noKey =
        CliRun.of(
            "serve", folder.toString(), "--certificate", text.toString(), "--key", text.toString());
    assertEquals(Main.FAILED, noKey.exitCode());
    assertTrue(noKey.err().contains("BEGIN PRIVATE KEY"), noKey::err);
  }

  @Test
  void aPasswordIsPrintedAsItsHash() {
    CliRun run = CliRun.withInput("correct horse\n", "password", "ann");
    assertEquals(Main.FINE, run.exitCode(), run::err);
    assertTrue(run.out().matches("ann:pbkdf2-sha512\\$[0-9]+\\$\\S+\\$\\S+\n"), run::out);
    assertEquals(Main.USAGE, CliRun.withInput("", "password", "ann").exitCode());
    assertEquals(Main.USAGE, CliRun.withInput("x\n", "password", "a:b").exitCode());
  }
}
