package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.WorktreeState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An orchestration from start to stop, by every command that speaks to it. */
@Timeout(180)
class LifeIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void everyCommandDoesItsPart() throws Exception {
    try (OrcForTests orc = OrcForTests.up()) {
      orc.start("shop", "orchestrator", "developer");
      statusSaysWhoIsThere(orc);
      mailArrives(orc);
      aReportReachesTheLead(orc);
      checkInsComeAndGo(orc);
      aPauseHoldsMailBack(orc);
      stopEndsItAndKeepsTheWorktrees(orc);
    }
  }

  private static void statusSaysWhoIsThere(OrcForTests orc) throws IOException {
    ProjectStatus status = orc.status("shop");
    assertThat(status.directory()).isEqualTo(orc.folder().resolve("shop").toString());
    assertThat(status.branch()).isEqualTo("main");
    assertThat(status.needs()).isEmpty();
    assertThat(status.agents())
        .extracting(AgentStatus::role)
        .containsExactly("orchestrator", "developer");
    assertThat(orc.ok("status")).contains("shop", "orchestrator", "developer", "ready");
    assertThat(orc.ok("list")).contains("shop");
    assertThat(orc.ok("agents")).contains("developer");
    assertThat(orc.receipts()).hasSize(2).allMatch(receipt -> receipt.id().contains("brief"));
  }

  private static void mailArrives(OrcForTests orc) throws IOException {
    String said = orc.ok("send", "shop:developer", "Please begin;");
    assertThat(said).startsWith("Sent ").contains("shop:developer");
    orc.ok("send", "shop:@all", "Good morning");
    Await.until(
        "everybody has heard",
        SOON,
        () -> texts(orc, "developer").size() == 3 && texts(orc, "orchestrator").size() == 2);
    assertThat(texts(orc, "developer")).anyMatch(text -> text.contains("Please begin;"));

    Await.until(
        "both letters are delivered",
        SOON,
        () ->
            letters(orc).stream().filter(l -> l.state().equals(LetterState.DELIVERED)).count()
                >= 3);
    assertThat(orc.ok("inbox", "shop:developer")).contains("Please begin;", "delivered", "person");
  }

  private static void aReportReachesTheLead(OrcForTests orc) throws IOException {
    Shell window = orc.shell().inWindow("shop", "developer", 1);
    assertThat(OrcForTests.ok(window, "report", "blocked", "No database here")).contains("Report");
    Await.until(
        "the lead hears of it",
        SOON,
        () -> texts(orc, "orchestrator").stream().anyMatch(t -> t.contains("developer, blocked")));
    assertThat(agent(orc, "developer").lastReport()).contains("No database here");

    Shell old = orc.shell().inWindow("shop", "developer", 7);
    assertThat(old.run("report", "done", "From another life").exit()).isIn(0, 5);
    assertThat(agent(orc, "developer").lastReport()).contains("No database here");
  }

  private static void checkInsComeAndGo(OrcForTests orc) throws IOException {
    orc.ok("checkin", "add", "45", "Still there?", "--to", "shop:developer");
    CheckIn planned = checkIns(orc).stream().filter(one -> !one.byRole()).findFirst().orElseThrow();
    assertThat(planned.note()).isEqualTo("Still there?");
    assertThat(orc.ok("checkin", "list", "shop")).contains("Still there?");
    orc.ok("checkin", "remove", planned.id());
    assertThat(checkIns(orc)).noneMatch(one -> one.id().equals(planned.id()));
    Shell.Result again = orc.run("checkin", "remove", planned.id());
    assertThat(again.exit()).as(again.err()).isEqualTo(3);
  }

  private static void aPauseHoldsMailBack(OrcForTests orc) throws IOException {
    orc.ok("pause", "shop", "--reason", "lunch");
    assertThat(orc.status("shop").conditions()).containsExactly("paused");
    orc.ok("send", "shop:developer", "After lunch");
    assertThat(letters(orc)).anyMatch(one -> one.state().equals(LetterState.WAITING));
    orc.ok("resume", "shop");
    Await.until(
        "mail goes on",
        SOON,
        () -> texts(orc, "developer").stream().anyMatch(text -> text.contains("After lunch")));
    assertThat(orc.timeline("shop"))
        .extracting(TimelineEntry::what)
        .anyMatch(what -> what.contains("lunch"));
  }

  private static void stopEndsItAndKeepsTheWorktrees(OrcForTests orc) throws IOException {
    List<WorktreeState> worktrees =
        OrcForTests.jsonList(WorktreeState.class, orc.ok("worktrees", "list", "shop", "--json"));
    assertThat(worktrees).extracting(WorktreeState::role).contains("orchestrator", "developer");

    orc.ok("stop", "shop", "--reason", "enough");
    orc.awaitPhase("shop", Phase.STOPPED, SOON);
    assertThat(worktrees).allMatch(one -> Path.of(one.path()).toFile().isDirectory());
    assertThat(orc.ok("worktrees", "prune", "shop")).contains("Removed");
    assertThat(worktrees).noneMatch(one -> Path.of(one.path()).toFile().exists());
    assertThat(orc.ok("list", "--all")).contains("shop");

    Shell.Result late = orc.run("send", "shop:developer", "Too late");
    assertThat(late.exit()).isIn(3, 5);
    assertThat(late.err()).startsWith("orc: ").hasLineCount(1);
  }

  private static List<String> texts(OrcForTests orc, String role) throws IOException {
    return orc.receipts().stream()
        .filter(receipt -> receipt.role().equals(role))
        .map(Receipt::text)
        .toList();
  }

  private static List<Letter> letters(OrcForTests orc) throws IOException {
    return OrcForTests.jsonList(Letter.class, orc.ok("inbox", "shop:@all", "--json"));
  }

  private static List<CheckIn> checkIns(OrcForTests orc) throws IOException {
    return OrcForTests.jsonList(CheckIn.class, orc.ok("checkin", "list", "shop", "--json"));
  }

  private static AgentStatus agent(OrcForTests orc, String role) throws IOException {
    return orc.status("shop").agents().stream()
        .filter(agent -> agent.role().equals(role))
        .findFirst()
        .orElseThrow();
  }
}
