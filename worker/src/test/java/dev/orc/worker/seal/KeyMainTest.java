package dev.orc.worker.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMainTest {
  @TempDir Path home;

  @Test
  void showsKeysAndNeverASecret() {
    say("a", "rotate");
    String secret = ring("a").sealing().secret();

    assertThat(say("a", "show")).contains(ring("a").seals(), "seals").doesNotContain(secret);
  }

  @Test
  void aRotationKeepsWhatOpensTheOld() {
    say("a", "rotate");
    String first = ring("a").seals();
    say("a", "rotate");

    assertThat(ring("a").seals()).isNotEqualTo(first);
    assertThat(ring("a").find(first)).isPresent();
  }

  @Test
  void aKeyCanBeBroughtToOtherHostsBeforeItSeals() throws IOException {
    say("a", "rotate");
    String first = ring("a").seals();
    say("a", "rotate", "--prepare");
    assertThat(ring("a").seals()).isEqualTo(first);
    Path file = home.resolve("keys.orc");
    say("a", "export", file.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    say("b", "import", file.toString());
    assertThat(ring("b")).isEqualTo(ring("a"));

    say("a", "rotate");
    assertThat(ring("a").keys()).hasSize(2);
    assertThat(ring("b").find(ring("a").seals())).isPresent();
  }

  @Test
  void whatCanNotBeDoneIsSaid() throws IOException {
    Path text = Files.writeString(home.resolve("text"), "no keys");
    assertThatThrownBy(() -> say("a", "show"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no key");
    for (List<String> wrong :
        List.of(
            List.of("import", text.toString()),
            List.of("import", home.resolve("none").toString()),
            List.of("import"),
            List.of("rotate", "x"),
            List.of("sing"))) {
      assertThatThrownBy(() -> say("a", wrong.toArray(String[]::new)))
          .isInstanceOfSatisfying(
              Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.USAGE));
    }
    say("a", "rotate");
    assertThatThrownBy(() -> say("a", "export", text.toString())).isInstanceOf(Refusal.class);
    assertThat(text).hasContent("no keys");
  }

  private KeyRing ring(String host) {
    return new KeyFile(folders(host)).ring();
  }

  private String say(String host, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    new KeyMain(folders(host), out).run(List.of(words));
    return said.toString(StandardCharsets.UTF_8);
  }

  private HostFolders folders(String host) {
    return HostFolders.of(Map.of("ORC_HOME", home.resolve(host).toString()));
  }
}
