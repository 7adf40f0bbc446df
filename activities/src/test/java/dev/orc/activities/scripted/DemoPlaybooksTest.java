package dev.orc.activities.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's playbooks, each in a real pane and a real worktree of one repository. What they tell
 * orc is only noted: who answers it is somebody else's test.
 */
class DemoPlaybooksTest {
  private static final String BRIEF = "[orc brief/x-1 from orc]\nYou are part of a team";

  @TempDir Path folder;
  private Path repository;
  private Path said;
  private Path orc;

  @BeforeEach
  void repository() throws IOException {
    repository = Files.createDirectories(folder.resolve("project"));
    said = Files.createFile(folder.resolve("said"));
    orc =
        Files.writeString(
            folder.resolve("orc"), "#!/bin/sh\nprintf '%s|%s|%s\\n' \"$@\" >> '" + said + "'\n");
    assertThat(orc.toFile().setExecutable(true)).isTrue();
    git(repository, "init", "-q", "-b", "main");
    git(repository, "commit", "-q", "--allow-empty", "-m", "Start");
  }

  @Test
  void buildTestAndRunWhatTheSpecAsksFor() throws IOException {
    play("developer", "feature/demo", 1, "[orc m1 from orchestrator]\nTask: write greet.sh", 0);
    play("tester", "test/demo", 1, "[orc m2 from developer]\ngreet.sh is ready to be tested", 0);
    play("testrunner", "testrunner/demo", 1, "[orc m3 from tester]\nit is ready to be run", 137);
    play("testrunner", "testrunner/demo", 2, null, 0);
    play("project-manager", "pm-feature/demo", 1, "[orc m4 from x]\nTask: list them", 0);

    assertThat(Files.readAllLines(said))
        .contains(
            "send|tester|greet.sh is ready to be tested, on branch feature/demo",
            "send|testrunner|test.sh is ready to be run, on branch test/demo",
            "report|done|test.sh passes")
        .filteredOn(line -> line.startsWith("report|done|"))
        .hasSize(4);
    git(repository, "merge", "-q", "--no-edit", "feature/demo");
    git(repository, "merge", "-q", "--no-edit", "pm-feature/demo");
    git(repository, "merge", "-q", "--no-edit", "test/demo");
    git(repository, "merge", "-q", "--no-edit", "testrunner/demo");
    assertThat(run(repository, "sh", "test.sh")).contains("all is well");
    assertThat(repository.resolve("docs").toFile().list())
        .containsExactlyInAnyOrder("greet.md", "requirements.md", "test-results.md");
  }

  @Test
  void theOrchestratorIsDoneWhenEverybodyIs() throws IOException {
    try (PaneForTests pane = pane("orchestrator", "orchestrator/demo", 1)) {
      pane.submit(BRIEF);
      pane.await(() -> said().contains("report|progress|"), "the tasks");
      assertThat(said()).contains("send|developer|Task: ", "send|project-manager|Task: ");
      for (String role : List.of("developer", "tester", "project-manager")) {
        pane.submit("[orc r-" + role + " from orc]\nReport of " + role + ", done: all of it");
      }
      pane.await(() -> pane.events().split("\"event\":\"Stop\"", -1).length == 5, "four turns");
      assertThat(said()).doesNotContain("report|done|");
      pane.submit("[orc r5 from orc]\nReport of testrunner, done: all of it");
      pane.await(() -> said().contains("report|done|"), "its report");
    }
  }

  /** Briefs a life, tells it what it waits for, and waits for its report of done or its end. */
  private void play(String role, String branch, int incarnation, String message, int status)
      throws IOException {
    long before = Files.readString(said).lines().filter(line -> line.contains("|done|")).count();
    try (PaneForTests pane = pane(role, branch, incarnation)) {
      pane.submit(BRIEF);
      if (message != null) {
        pane.awaitEvent("\"Stop\"");
        pane.submit(message);
      }
      if (status != 0) {
        assertThat(pane.awaitExit()).isEqualTo(status);
        return;
      }
      pane.await(
          () -> said().lines().filter(line -> line.contains("|done|")).count() > before,
          "the report of " + role);
    }
  }

  private PaneForTests pane(String role, String branch, int incarnation) throws IOException {
    PaneForTests pane = new PaneForTests(folder.resolve(role + incarnation));
    if (incarnation == 1) {
      git(repository, "worktree", "add", "-q", "-b", branch, worktree(role).toString());
    }
    pane.worktree = worktree(role);
    pane.start(
        incarnation, Map.of("ORC_BIN", orc.toString(), "ORC_ROLE", role), "--playbook", "demo");
    pane.awaitScreen("? for shortcuts");
    return pane;
  }

  private Path worktree(String role) {
    return folder.resolve("worktrees").resolve(role);
  }

  private String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void git(Path directory, String... arguments) throws IOException {
    String[] command = new String[arguments.length + 5];
    command[0] = "git";
    command[1] = "-c";
    command[2] = "user.name=test";
    command[3] = "-c";
    command[4] = "user.email=test@orc.invalid";
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    run(directory, command);
  }

  private static String run(Path directory, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(output).isZero();
    return output;
  }
}
