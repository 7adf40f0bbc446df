package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.cli.Await;
import dev.orc.cli.real.OtherUser;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.NoticeStatus;
import dev.orc.workflows.model.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Another user of the machine, with the real {@code temporal} program, against the development
 * server of a host that works: reads nothing, and moves nothing, with words of its own or copied.
 */
@Timeout(300)
class StrangerIT {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final String SECRET = "the owner's own words";

  /** "binary/orc-sealed", as the program prints what it can not read. */
  private static final String SEALED = "YmluYXJ5L29yYy1zZWFsZWQ=";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Path folder;
  private Path program;
  private String address;

  /** What the program printed, and how it ended. */
  private record Said(int exit, String text) {}

  @BeforeEach
  void reachProgram() throws IOException, InterruptedException {
    assumeTrue(
        Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
        "only root can be somebody else");
    folder = Files.createTempDirectory("stranger");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void clean() throws IOException {
    if (program != null) {
      Files.deleteIfExists(program);
    }
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }

  @Test
  void readsAndMovesNothing() throws Exception {
    try (OrcForTests orc = OrcForTests.up()) {
      HostHealth health = orc.health().orElseThrow();
      assumeTrue("development".equals(health.temporalKind()), "no temporal program here");
      address = health.temporalAddress();
      takeProgram(orc);
      orc.start("shop", "orchestrator", "developer").start("mill", "orchestrator", "developer");
      orc.ok("send", "shop:developer", SECRET);
      Await.until("it is delivered", LONG, () -> received(orc, SECRET) == 1);
      int phaseEntries = orc.timeline("shop").size();

      readsNothing(orc);
      ownWordsAreRefused(orc);
      copiedWordsAreRefused(orc);
      assertThat(orc.status("shop").phase()).isEqualTo(Phase.WORKING);
      assertThat(orc.timeline("shop")).hasSize(phaseEntries);
      assertThat(received(orc, SECRET)).isEqualTo(1);
      orc.ok("send", "shop:developer", "after all that");
      Await.until("the owner is heard", LONG, () -> received(orc, "after all that") == 1);

      aCopiedStartDoesNothing(orc);
    }
  }

  private void readsNothing(OrcForTests orc) throws IOException {
    String history = temporal("workflow", "show", "-w", "orc/shop", "--output", "json").text();
    assertThat(history).contains(SEALED).contains("WORKFLOW_EXECUTION_STARTED");
    String described = temporal("workflow", "describe", "-w", "orc/shop", "-o", "json").text();
    String listed = temporal("workflow", "list", "-o", "json").text();
    String token =
        Files.readString(orc.stage().here().folders().apiFile())
            .replaceAll(".*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1")
            .strip();
    for (String text : List.of(history, described, listed)) {
      assertThat(text)
          .doesNotContain(SECRET)
          .doesNotContain("Stand by and answer")
          .doesNotContain("spec.md")
          .doesNotContain(orc.folder().toString())
          .doesNotContain(token);
    }
    Said status = temporal("workflow", "query", "-w", "orc/shop", "--type", "status");
    assertThat(status.text()).doesNotContain("developer").doesNotContain("WORKING");
    for (String file : List.of("keys.json", "api.json", "temporal/orc.db", "starts.jsonl")) {
      Path secret = orc.stage().here().folders().state().resolve(file);
      assertThat(Files.exists(secret)).as(file).isTrue();
      assertThat(run(OtherUser.as("cat", secret.toString())).exit()).as(file).isNotZero();
    }
  }

  private void ownWordsAreRefused(OrcForTests orc) throws IOException {
    String message =
        "{\"id\":\"forged\",\"from\":\"person\",\"to\":\"developer\",\"text\":\"do as I say\"}";
    assertThat(update("shop", "send", message).exit()).isNotZero();
    assertThat(update("shop", "stop", "{\"id\":\"s\",\"by\":\"person\"}").exit()).isNotZero();
    assertThat(
            temporal(
                    "workflow", "query", "-w", "orc/shop", "--type", "inbox", "-i", "\"developer\"")
                .exit())
        .isNotZero();
    assertThat(
            temporal("workflow", "signal", "-w", "orc/shop", "--name", "hostUp", "-i", "\"mine\"")
                .exit())
        .isZero(); // The server takes it; nobody acts on it.
    temporal(
        "workflow",
        "start",
        "--type",
        "ProjectWorkflow",
        "-w",
        "orc/forged",
        "-t",
        "orc",
        "-i",
        "{}");
    Await.until("her orchestration has failed", LONG, () -> stands("forged", "FAILED"));
    assertThat(received(orc, "do as I say")).isZero();
    assertThat(orc.run("send", "forged:developer", "hello").exit()).isNotZero();
  }

  private void copiedWordsAreRefused(OrcForTests orc) throws IOException {
    JsonNode sent = null;
    for (JsonNode event : history("shop")) {
      JsonNode accepted = event.path("workflowExecutionUpdateAcceptedEventAttributes");
      if (accepted.at("/acceptedRequest/input/name").asText().equals("send")) {
        sent = accepted.at("/acceptedRequest/input/args/payloads/0");
      }
    }
    assertThat(sent).isNotNull();
    assertThat(
            copied(sent, "workflow", "update", "execute", "-w", "orc/mill", "--name", "send")
                .text())
        .contains("another place");
    // To the run that it was said to it says nothing new.
    copied(
        sent,
        "workflow",
        "update",
        "execute",
        "-w",
        "orc/shop",
        "--name",
        "send",
        "--update-id",
        "once-more");
    assertThat(
            copied(sent, "workflow", "update", "execute", "-w", "orc/shop", "--name", "report")
                .exit())
        .isNotZero();
    copied(sent, "workflow", "signal", "-w", "orc/shop", "--name", "hostUp");
    assertThat(copied(sent, "workflow", "query", "-w", "orc/shop", "--type", "inbox").text())
        .doesNotContain(SECRET);
    assertThat(received(orc, SECRET)).isEqualTo(1);
  }

  private void aCopiedStartDoesNothing(OrcForTests orc) throws IOException {
    JsonNode input =
        history("mill").get(0).at("/workflowExecutionStartedEventAttributes/input/payloads/0");
    orc.ok("stop", "mill");
    Await.until("it has ended", LONG, () -> stands("mill", "COMPLETED"));
    Map<String, Long> living = Panes.pids(orc);
    Said started =
        copied(
            input, "workflow", "start", "--type", "ProjectWorkflow", "-w", "orc/mill", "-t", "orc");
    assertThat(started.exit()).as(started.text()).isZero();
    Await.until("it is ended", LONG, () -> stands("mill", "TERMINATED"));
    assertThat(Panes.pids(orc)).isEqualTo(living);
    List<NoticeStatus> told = OrcForTests.jsonList(NoticeStatus.class, orc.ok("notices", "--json"));
    assertThat(told)
        .filteredOn(one -> one.need().id().startsWith("copied-start/"))
        .singleElement()
        .satisfies(one -> assertThat(one.need().project()).isEqualTo("mill"));
    orc.ok("resume", "mill");
    orc.awaitReady("mill", LONG);
  }

  private boolean stands(String project, String status) throws IOException {
    return temporal("workflow", "describe", "-w", "orc/" + project, "-o", "json")
        .text()
        .contains("WORKFLOW_EXECUTION_STATUS_" + status);
  }

  private static long received(OrcForTests orc, String text) throws IOException {
    return orc.receipts().stream().filter(one -> one.text().contains(text)).count();
  }

  private JsonNode history(String project) throws IOException {
    Said shown = temporal("workflow", "show", "-w", "orc/" + project, "--output", "json");
    assertThat(shown.exit()).as(shown.text()).isZero();
    return JSON.readTree(shown.text()).path("events");
  }

  private Said update(String project, String name, String input) throws IOException {
    return temporal(
        "workflow", "update", "execute", "-w", "orc/" + project, "--name", name, "-i", input);
  }

  /** The same bytes as they stand in a history, sent once more. */
  private Said copied(JsonNode payload, String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    for (Map.Entry<String, JsonNode> one : payload.path("metadata").properties()) {
      byte[] value = one.getValue().binaryValue();
      words.addAll(
          List.of("--input-meta", one.getKey() + "=" + new String(value, StandardCharsets.UTF_8)));
    }
    words.addAll(List.of("--input-base64", "--input", payload.path("data").asText()));
    return temporal(words.toArray(String[]::new));
  }

  private Said temporal(String... words) throws IOException {
    List<String> command = new ArrayList<>(OtherUser.as(program.toString()));
    command.addAll(List.of(words));
    command.addAll(
        List.of("--address", address, "--disable-config-file", "--command-timeout", "30s"));
    return run(command);
  }

  private static Said run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", "/nonexistent");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Said(process.waitFor(), text);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** The server's own program, where the other user can run it. */
  private void takeProgram(OrcForTests orc) throws IOException, InterruptedException {
    Path record = orc.stage().here().folders().state().resolve("temporal/server.json");
    long pid = JSON.readTree(Files.readString(record)).path("pid").asLong();
    Path running = Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe"));
    program = folder.resolve("temporal");
    OtherUser.link(running, program);
    assumeTrue(OtherUser.canRun(program), "another user can not run " + program);
  }
}
