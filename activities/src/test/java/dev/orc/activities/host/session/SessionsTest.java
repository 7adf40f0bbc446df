package dev.orc.activities.host.session;

import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.activities.json.HostJson;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.activities.SessionActivities.SessionOrder;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final TmuxForTests server = new TmuxForTests();
  private final Tmux tmux = server.tmux();

  @TempDir Path folder;
  private HostFolders folders;
  private Sessions sessions;

  @BeforeEach
  void prepare() {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.toString()));
    sessions = new Sessions(folders, tmux, Map.of("LEVEL", "high"));
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @Test
  void opensASessionWithAShellAndFindsItAgain() {
    String session = open("p");
    assertThat(open("p")).isEqualTo(session);
    assertThat(open("other")).isNotEqualTo(session);
    Pane shell = tmux.panes().get(0);
    assertThat(tmux.panes()).hasSize(2);
    assertThat(shell.windowName()).isEqualTo("shell");
    assertThat(List.of(shell.project(), shell.role()))
        .containsExactlyInAnyOrder(shell.sessionName(), "");
  }

  @Test
  void opensTheShellAgainWhenItHasExited() {
    open("p");
    Pane shell = tmux.panes().get(0);
    ProcessHandle.of(shell.pid()).orElseThrow().destroyForcibly();
    await("its end", () -> tmux.pane(shell.id()).orElseThrow().dead());
    open("p");
    assertThat(tmux.panes()).hasSize(1);
    assertThat(tmux.panes().get(0).id()).isNotEqualTo(shell.id());
    assertThat(tmux.panes().get(0).dead()).isFalse();
  }

  @Test
  void refusesASessionThatIsNotOurs() {
    server.session("p", "sleep", "100");
    assertThatThrownBy(() -> open("p"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not orc's");
    close("p", false);
    assertThat(tmux.panes()).hasSize(1);
  }

  @Test
  void whatDoesNotEndWithItsWindowEndsWhenTheSessionIsClosed() throws IOException {
    String session = open("p");
    Path child = folder.resolve("child");
    String stubborn = "trap '' HUP TERM; echo $$ > " + child + "; while :; do sleep 600; done";
    tmux.newWindow(session, TmuxForTests.agent("p", "developer", 1, "sh", "-c", stubborn));
    await("a child", () -> child.toFile().length() > 0);
    long pid = Long.parseLong(Files.readString(child).strip());
    close("p", false);
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void closesWithTranscriptsAndSummary() throws IOException {
    String session = open("p");
    String say = "printf '\\033[31mred\\033[0m line\\n'; seq 1 100; exec sleep 100";
    Pane live = tmux.newWindow(session, TmuxForTests.agent("p", "developer", 2, "sh", "-c", say));
    String die = "echo last words; exec sleep 100";
    Pane dead = tmux.newWindow(session, TmuxForTests.agent("p", "tester", 1, "sh", "-c", die));
    await("the words", () -> tmux.screen(live.id()).endsWith("\n100"));
    // tmux may close the pane of a program that ends at once before it has read what it said.
    await("the last words", () -> tmux.screen(dead.id()).contains("last words"));
    ProcessHandle.of(dead.pid()).orElseThrow().destroy();
    await("the end", () -> tmux.pane(dead.id()).orElseThrow().dead());
    server.session("other", "sleep", "100");

    String summary = close("p", false);

    Path home = folders.project("p");
    assertThat(home.resolve("transcripts/developer-2.txt"))
        .content()
        .startsWith("red line\n1\n2\n")
        .endsWith("\n100\n");
    assertThat(home.resolve("transcripts/tester-1.txt")).hasContent("last words");
    assertThat(home.resolve("transcripts")).isDirectoryNotContaining("glob:**shell*");
    assertThat(Path.of(summary)).isEqualTo(home.resolve("summary.md"));
    assertThat(Path.of(summary))
        .content()
        .contains(
            "# p: completed", "all was done", "| took | 1h5m |", "transcripts/developer-2.txt")
        .contains("| developer | agent 1, message 1 | two lines \\| here |")
        .contains("| 2 | 2026-01-02T03:05:05Z | message | developer | two lines \\| here |");
    JsonNode outcome = HostJson.MAPPER.readTree(home.resolve("outcome.json").toFile());
    assertThat(outcome.at("/phase").asText()).isEqualTo("COMPLETED");
    assertThat(outcome.at("/startedAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(outcome.at("/totals/messages").asInt()).isEqualTo(7);
    assertThat(home.resolve("timeline.json")).content().contains("two\\nlines | here");
    assertThat(tmux.panes()).extracting(Pane::sessionName).containsExactly("other");

    assertThat(close("p", false)).isEqualTo(summary);
    assertThat(CompletedLog.of(folders).all(one -> true))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(List.of(kept.project(), kept.title(), kept.runId()))
                  .containsExactly("p", "Shop", "run-1");
              assertThat(kept.phase()).isEqualTo(Phase.COMPLETED);
              assertThat(kept.agents()).isEqualTo(2);
              assertThat(kept.totals().messages()).isEqualTo(7);
            });
    assertThat(home.resolve("transcripts/tester-1.txt")).hasContent("last words");
  }

  @Test
  void keepsTheSessionWhenAsked() {
    String session = open("p");
    tmux.newWindow(session, TmuxForTests.agent("p", "developer", 1, "sleep", "100"));
    close("p", true);
    assertThat(tmux.panes()).hasSize(2);
    assertThat(folders.project("p").resolve("transcripts/developer-1.txt")).exists();
  }

  @Test
  void aTranscriptIsPrivateAndStaysInItsFolder() throws IOException {
    Transcripts transcripts = new Transcripts(folders, tmux);
    Pane agent = tmux.newSession("p", TmuxForTests.agent("p", "developer", 1, "sleep", "100"));
    Path file = transcripts.archive(agent).orElseThrow();
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    tmux.mark(agent.window(), Map.of("@orc_role", "../../outside"));
    assertThat(transcripts.archive(tmux.pane(agent.id()).orElseThrow())).isEmpty();
    tmux.killSession(agent.session());
    assertThat(transcripts.archive(agent)).isEmpty();
  }

  private String open(String project) {
    return sessions.open(new SessionOrder(project, folder.toString(), List.of()));
  }

  private String close(String project, boolean keep) {
    Outcome outcome =
        new Outcome(
            project,
            Phase.COMPLETED,
            "all was done",
            "abc123",
            null,
            START,
            START.plusSeconds(3_900),
            new Totals(7, 0, 0, 3, 1, 4, 1, 60, 90),
            null,
            null,
            null);
    List<TimelineEntry> timeline =
        List.of(
            new TimelineEntry(1, START, EntryKind.AGENT, "developer", "ready"),
            new TimelineEntry(
                2, START.plusSeconds(60), EntryKind.MESSAGE, "developer", "two\nlines | here"),
            new TimelineEntry(3, START.plusSeconds(90), EntryKind.PHASE, null, "closing"));
    return sessions.close(
        new CloseOrder(project, "Shop", folder.toString(), "run-1", 2, outcome, timeline, keep));
  }
}
