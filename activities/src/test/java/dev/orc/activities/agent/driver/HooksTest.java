package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real script, run by the real {@code sh}. */
class HooksTest {
  @TempDir Path home;
  private Path script;
  private Path spool;

  @BeforeEach
  void install() throws IOException {
    script = new Hooks(HostFolders.of(Map.of("ORC_HOME", home + "/it's here"))).install();
    spool = Files.createDirectories(home.resolve("spool")).resolve("developer.jsonl");
  }

  @Test
  void onlyItsOwnerCanReadAndRunIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
        .isEqualTo("rwx------");
  }

  @Test
  void appendsALineThatTellsEventLifeTimeAndData() throws IOException, InterruptedException {
    run(environment(), "{\"a\":\r\n 1,\n\"b\":\"x\\ny\"}\n", "Stop");
    run(environment(), "", "SessionEnd");
    List<HookEvent> events = events();
    assertThat(events).extracting(HookEvent::event).containsExactly("Stop", "SessionEnd");
    assertThat(events).extracting(HookEvent::incarnation).containsExactly(2, 2);
    assertThat(events.get(0).at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(events.get(0).data().get("b").asText()).isEqualTo("x\ny");
    assertThat(events.get(1).data().isNull()).isTrue();
  }

  @Test
  void takesDataFromItsSecondArgumentToo() throws IOException, InterruptedException {
    run(environment(), "ignored", "agent-turn-complete", "{\"type\":\"agent-turn-complete\"}");
    assertThat(events().get(0).data().get("type").asText()).isEqualTo("agent-turn-complete");
  }

  @Test
  void aMegabyteSurvivesWholeFromManyAtOnce() throws IOException, InterruptedException {
    String prompt = "0123456789 äöü 🎉".repeat(60_000);
    String data = "{\"prompt\":\"" + prompt + "\"}";
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      running.add(start(environment(), data, "UserPromptSubmit"));
      running.add(start(environment(), "{}", "Stop"));
    }
    for (Process process : running) {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Files.readAllLines(spool)).hasSize(12);
    assertThat(events()).hasSize(12);
    assertThat(events())
        .filteredOn(event -> event.event().equals("UserPromptSubmit"))
        .hasSize(6)
        .allSatisfy(
            event -> assertThat(event.data().get("prompt").asText().equals(prompt)).isTrue());
  }

  @Test
  void neverPrintsAndNeverFails() throws IOException, InterruptedException {
    assertThat(run(Map.of(), "{}", "Stop")).isEmpty();
    assertThat(run(Map.of("ORC_SPOOL", home.resolve("no/such/folder").toString()), "{}", "Stop"))
        .isEmpty();
    assertThat(run(Map.of("ORC_SPOOL", home.toString()), "x".repeat(9_000), "Stop")).isEmpty();
    assertThat(
            run(
                Map.of("ORC_SPOOL", spool.toString(), "TMPDIR", "/nonexistent"),
                "x".repeat(9_000),
                "Stop"))
        .isEmpty();
    assertThat(spool).doesNotExist();
  }

  @Test
  void foreignTextNeverBecomesPartOfTheLineUnchecked() throws IOException, InterruptedException {
    Map<String, String> odd = Map.of("ORC_SPOOL", spool.toString(), "ORC_INCARNATION", "1;x");
    run(odd, "{\"p\":\"$(touch pwned) `id` %s\"}", "Stop\",\"x\":\"");
    HookEvent event = events().get(0);
    assertThat(event.event()).isEqualTo("unknown");
    assertThat(event.incarnation()).isZero();
    assertThat(event.data().get("p").asText()).isEqualTo("$(touch pwned) `id` %s");
  }

  @Test
  void theLastStatusLineGoesWithAFailure() throws IOException, InterruptedException {
    run(environment(), "{\"error\":\"rate_limit\"}", "StopFailure");
    run(environment(), "{\"rate_limits\":1}", "StatusLine");
    run(environment(), "{\"rate_limits\":\n2}", "StatusLine");
    run(environment(), "{\"error\":\"rate_limit\"}", "StopFailure");
    run(environment(), "{}", "StopFailure");
    run(environment(), "{}", "Stop");
    assertThat(events())
        .extracting(event -> event.data().toString())
        .containsExactly(
            "{\"error\":\"rate_limit\"}",
            "{\"status\":{\"rate_limits\":2},\"error\":\"rate_limit\"}",
            "{}",
            "{}");
  }

  private Map<String, String> environment() {
    return Map.of("ORC_SPOOL", spool.toString(), "ORC_INCARNATION", "2");
  }

  private List<HookEvent> events() throws IOException {
    return Files.readAllLines(spool).stream()
        .map(SpoolLine::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  private String run(Map<String, String> environment, String input, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, input, arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return said;
  }

  private Process start(Map<String, String> environment, String input, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ORC_"));
    builder.environment().putAll(environment);
    Path file = Files.createTempFile(home, "in", ".json");
    Files.writeString(file, input);
    return builder.redirectInput(file.toFile()).start();
  }
}
