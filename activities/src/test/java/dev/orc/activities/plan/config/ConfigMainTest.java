package dev.orc.activities.plan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigMainTest {
  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tellsEveryFault() throws IOException {
    configure("drver: claude\nsettings:\n  ceiling: soon\ntmux:\n  socket: a b\n");

    assertThat(check()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("orc: ") && line.contains("config.yaml:"));
  }

  @Test
  void saysThatItCanBeUsed() throws IOException {
    configure("driver: claude\n");

    assertThat(check()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("can be used");
  }

  @Test
  void saysThatThereIsNone() {
    assertThat(check()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("the defaults count");
  }

  private void configure(String text) throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/config.yaml"), text);
  }

  private int check() {
    return ConfigMain.run(
        Map.of("ORC_HOME", home.toString()),
        new PrintStream(out, true),
        new PrintStream(err, true));
  }
}
