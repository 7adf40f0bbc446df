package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A team that works in phases, from its plan to COMPLETED: each hands over to the next, the lead
 * fetches somebody for one task, and a dev server has its window.
 */
@Timeout(180)
class PhasesIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String LINE = "researcher,developer,tester";
  private static final String SERVER = "sh -c 'echo Serving on 3000; sleep 600'";

  /** Everybody waits for the one before, as its brief says; so it finds that one's work. */
  private static final List<String> PLAYBOOK =
      List.of(
          "on \"You are the researcher of\" once",
          "    wait-for {stage}/go within 60s",
          "    write plan.txt \"bricks\"",
          "    commit \"Plan it\"",
          "    report done \"plan.txt says how\"",
          "on \"You are the developer of*Take it up*research/wall*plan.txt says how\" once",
          "    run git merge -q research/wall",
          "    run cp plan.txt wall.txt",
          "    commit \"Build it\"",
          "    report done \"wall.txt stands\"",
          "on \"You are the tester of*feature/wall*wall.txt stands\" once",
          "    run git merge -q feature/wall",
          "    run cp wall.txt proof.txt",
          "    commit \"Prove it\"",
          "    report done \"proof.txt proves it\"",
          "on \"You are the logtracker of*Your one task*read the logs\" once",
          "    write logs.txt \"quiet\"",
          "    commit \"Read the logs\"",
          "    report done \"The logs are quiet\"",
          "on \"You are the orchestrator of*orc team add wall ROLE --temp\" once",
          "    run orc team add {project} logtracker --temp --task \"read the logs\"",
          "collect \"report of logtracker, done\" \"report of tester, done\"",
          "    report done \"The wall stands\"",
          "on \"then report done again\"",
          "    report done \"It stands now\"",
          "on anything",
          "    busy 5ms");

  @Test
  void handsOverFromPhaseToPhaseUntilItIsCompleted() throws Exception {
    try (OrcForTests orc = home()) {
      Path repository =
          orc.stage()
              .repository(
                  "wall",
                  Map.of(
                      "spec.md",
                      "# Wall\n\nGOAL: A wall.\n\nVERIFY:\n- test -s proof.txt\n- test -s logs.txt\n",
                      "README.md",
                      "# wall\n"));
      String said =
          orc.ok(
              "start",
              repository.resolve("spec.md").toString(),
              "--roles",
              "orchestrator," + LINE,
              "--phased",
              "--dev-server",
              SERVER);
      assertThat(said).contains("Window server runs: " + SERVER, "\nStarted wall in ");
      orc.follow("wall");
      theFirstPhaseIsAtWork(orc);
      theServerRuns(orc);

      Files.createFile(orc.folder().resolve("go"));
      orc.awaitPhase("wall", Phase.COMPLETED, SOON);
      eachStartedWhenTheOneBeforeHadHandedOver(orc);
      theResultHoldsTheWorkOfAll(repository);
    }
  }

  private static OrcForTests home() throws IOException {
    OrcForTests orc = OrcForTests.down(Map.of("ORC_PLAYBOOK", "{stage}/phases.play"), Map.of());
    String folder = orc.folder().toString();
    Files.write(
        orc.folder().resolve("phases.play"),
        PLAYBOOK.stream().map(line -> line.replace("{stage}", folder)).toList());
    return orc.raise();
  }

  private static void theFirstPhaseIsAtWork(OrcForTests orc) throws IOException {
    Await.until(
        "the temporary agent has come and gone",
        SOON,
        () -> event(orc.timeline("wall"), "logtracker", "has done its task") >= 0);
    ProjectStatus status = orc.status("wall");
    assertThat(state(status, "developer")).isEqualTo(AgentState.WAITING);
    assertThat(state(status, "tester")).isEqualTo(AgentState.WAITING);
    assertThat(orc.ok("status", "wall")).contains("starts after researcher");
  }

  private static void theServerRuns(OrcForTests orc) throws IOException {
    Await.until(
        "the server runs",
        SOON,
        () -> Panes.screen(orc, "wall:server").contains("Serving on 3000"));
    assertThat(Panes.windows(orc, "wall"))
        .contains("shell", "server", "orchestrator", "researcher")
        .doesNotContain("developer", "tester");
  }

  private static void eachStartedWhenTheOneBeforeHadHandedOver(OrcForTests orc) throws IOException {
    List<TimelineEntry> timeline = orc.timeline("wall");
    assertThat(event(timeline, "developer", "researcher handed over")).isNotNegative();
    assertThat(event(timeline, "tester", "developer handed over"))
        .isGreaterThan(event(timeline, "developer", "researcher handed over"));
    assertThat(orc.status("wall").needs()).isEmpty();
  }

  private static void theResultHoldsTheWorkOfAll(Path repository) throws IOException {
    assertThat(Await.names(repository)).contains("plan.txt", "wall.txt", "proof.txt", "logs.txt");
  }

  private static int event(List<TimelineEntry> timeline, String role, String words) {
    List<String> lines = timeline.stream().map(one -> one.who() + ": " + one.what()).toList();
    return lines.stream()
        .filter(line -> line.startsWith(role) && line.contains(words))
        .findFirst()
        .map(lines::indexOf)
        .orElse(-1);
  }

  private static AgentState state(ProjectStatus status, String role) {
    return status.agents().stream()
        .filter(agent -> agent.role().equals(role))
        .map(AgentStatus::state)
        .findFirst()
        .orElseThrow();
  }
}
