package dev.orc.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A throwaway home leaves no agent's process behind. */
@Timeout(60)
class StageAgentsTest {
  private static final String STUBBORN =
      "trap '' HUP TERM; echo > ready; while :; do sleep 1; done";

  @TempDir Path state;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void whoeverComesFromAPaneEndsHoweverStubborn() throws IOException, InterruptedException {
    Process pane = start("sh -c \"" + STUBBORN + "\"; true", "elsewhere");
    Set<ProcessHandle> found = StageAgents.living(Stream.of(pane.pid()), state);
    assertThat(found).contains(pane.toHandle()).hasSizeGreaterThanOrEqualTo(2);
    StageAgents.end(found, nowhere());
    assertThat(found).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoeverHasLeftItsPaneIsKnownByItsMark() throws IOException, InterruptedException {
    Process ours = start(STUBBORN, state + "/spool/shop/tester.jsonl");
    Files.delete(state.resolve("ready"));
    Process another = start(STUBBORN, state + "-of-another/spool/shop/tester.jsonl");
    Set<ProcessHandle> found = StageAgents.living(Stream.empty(), state);
    assertThat(found).contains(ours.toHandle()).doesNotContain(another.toHandle());
    StageAgents.end(found, nowhere());
    assertThat(ours.isAlive()).isFalse();
    assertThat(another.isAlive()).isTrue();
  }

  /** When it answers, the program does not listen to polite words any more. */
  private Process start(String script, String mark) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(state.toFile());
    builder.environment().put("ORC_SPOOL", mark);
    Process process = builder.start();
    started.add(process);
    Await.until("it runs", Duration.ofSeconds(20), () -> Files.exists(state.resolve("ready")));
    return process;
  }

  private static PrintStream nowhere() {
    return new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
