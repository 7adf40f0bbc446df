package dev.orc.activities.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AgentsMainTest {
  private static final String LIMIT =
      "⎿  You've hit your session limit · resets 3:45pm (UTC)\n     /upgrade to increase your usage"
          + " limit.\n\n";
  private static final String COMPOSER =
      "\u001b[2m"
          + "─".repeat(60)
          + "\u001b[0m\n❯\u00a0\n"
          + "─".repeat(60)
          + "\n  ? for shortcuts\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aLineForEachFileInTheOrderGiven() throws IOException {
    Path ready = file("ready.txt", COMPOSER + "\n\n\n");
    Path stop = file("stop.json", "{\"hook_event_name\":\"Stop\"}");
    Path spool =
        file(
            "spool.jsonl",
            "{\"event\":\"Stop\",\"incarnation\":1,\"at\":1.5,\"data\":{}}\n"
                + "{\"event\":\"UserPromptSubmit\",\"incarnation\":1,\"at\":2.5,\"data\":{}}\n");
    assertThat(
            run(
                "check",
                "claude",
                "--screen",
                text(ready),
                "--hook",
                text(stop),
                text(spool),
                "--screen=" + ready))
        .isZero();
    assertThat(said())
        .isEqualTo(
            line("ready", ready)
                + line("ready", stop)
                + line("busy", spool)
                + line("ready", ready));
  }

  @Test
  void theTimeOfTheFileOrTheGivenOneSaysWhichDayIsMeant() throws IOException {
    Path screen = file("limit.txt", "❯ go\n  " + LIMIT + COMPOSER);
    Files.setLastModifiedTime(screen, FileTime.from(Instant.parse("2026-06-03T14:00:00Z")));
    run("check", "claude", "--screen", text(screen));
    run("check", "claude", "--screen", text(screen), "--at", "1780657200");
    assertThat(said().lines())
        .allMatch(line -> line.startsWith("limited\tYou've hit your session limit"))
        .extracting(line -> line.split("\t", -1)[2])
        .containsExactly("2026-06-03T15:45:00Z", "2026-06-05T15:45:00Z");
  }

  @Test
  void answersAsJson() throws IOException {
    Path failure =
        file(
            "failure.json",
            "{\"hook_event_name\":\"StopFailure\",\"error\":\"overloaded\","
                + "\"last_assistant_message\":\"Overloaded\"}");
    run("check", "claude", "--json", "--hook", text(failure));
    assertThat(said())
        .contains("\"state\" : \"ready\"", "\"broke\" : \"overload\"", "failure.json");
  }

  @Test
  @Timeout(60)
  void withoutFilesItStartsTheProgramAndSaysWhatItSees() throws IOException {
    String saved = text(folder.resolve("to"));
    assertThat(run("record", "scripted", "--for", "8", "--size", "61x17", "--to", saved)).isZero();
    assertThat(said().lines())
        .anyMatch(line -> line.startsWith("ready\t\t\tscreen"))
        .anyMatch(line -> line.startsWith("busy\t\t\thook UserPromptSubmit"))
        .anyMatch(line -> line.startsWith("# marks never seen: "));
    try (Stream<Path> files = Files.list(folder.resolve("to"))) {
      assertThat(files.map(file -> file.getFileName().toString().split("-", -1)[0]))
          .contains("ready", "hooks");
    }
  }

  @Test
  void saysWhatIsWrongInOneLine() throws IOException {
    Path bad = file("bad.json", "{\"a\":");
    assertThat(run("check", "claude", "--screen", "/nonexistent/screen")).isEqualTo(3);
    assertThat(run("check", "claude", "--hook", text(bad))).isEqualTo(2);
    assertThat(run("check", "claude", "--at", "noon", "--hook", text(bad))).isEqualTo(2);
    assertThat(run("check", "claude", "--screen")).isEqualTo(2);
    assertThat(run("check", "claude", "--scren", "x")).isEqualTo(2);
    assertThat(run("record", "claude")).isEqualTo(2);
    assertThat(run("check", "claude", "--size", "80")).isEqualTo(2);
    assertThat(run("check", "claude", "--size", "80x2")).isEqualTo(2);
    assertThat(run("check", "claude", "--size", "80x24", "--screen", text(bad))).isEqualTo(2);
    assertThat(run("check")).isEqualTo(2);
    assertThat(run("check", "nobody", "--screen", text(bad))).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(11)
        .allMatch(line -> line.startsWith("orc: "));
    assertThat(said()).isEmpty();
  }

  private int run(String... arguments) {
    return new AgentsMain(
            Map.of("ORC_HOME", folder.resolve("home").toString()), stream(out), stream(err))
        .run(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream into) {
    return new PrintStream(into, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String line(String state, Path file) {
    return state + "\t\t\t" + file + "\n";
  }

  private static String text(Path file) {
    return file.toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
