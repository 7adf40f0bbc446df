package dev.orc.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Samples;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.ProjectStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusScreenTest {
  private static List<String> screen(int columns, boolean colour) {
    return new StatusScreen(Samples.NOW, columns, new Paint(colour)).lines(List.of(Samples.shop()));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void looksAsItShould(int columns) throws IOException {
    String golden = "status-" + columns + ".txt";
    try (InputStream in = getClass().getResourceAsStream(golden)) {
      String expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(String.join("\n", screen(columns, false)) + "\n").isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120, 200})
  void neverIsWiderThanTheTerminal(int columns) {
    assertThat(screen(columns, false)).allMatch(line -> Width.of(line) <= columns);
  }

  @Test
  void oneThatDoesNotAnswerIsShownWithWhatItNeeds() {
    ProjectStatus silent =
        new ProjectStatus(
            "shop",
            null,
            "alpha",
            null,
            null,
            null,
            null,
            null,
            "no answer",
            null,
            null,
            null,
            null,
            List.of(new Need("n", "shop", null, "does not go on", "orc heal shop", Samples.NOW)),
            null,
            null,
            null);
    List<String> lines = new StatusScreen(Samples.NOW, 80, new Paint(false)).lines(List.of(silent));
    assertThat(lines)
        .anyMatch(line -> line.startsWith("shop ") && line.endsWith("DOES NOT ANSWER"))
        .anyMatch(line -> line.contains("does not go on"))
        .contains("    orc heal shop")
        .last()
        .isEqualTo("  no answer");
  }

  @Test
  void coloursAddNothingButColours() {
    List<String> painted =
        screen(80, true).stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList();
    assertThat(painted).isEqualTo(screen(80, false));
    assertThat(String.join("", screen(80, true))).contains("\u001b[");
  }

  @Test
  void foreignTextCannotSteerTheTerminal() {
    assertThat(String.join("", screen(80, false))).doesNotContain("\u001b", "\u0007");
  }
}
