package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.Team;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void withoutALeadEverybodyMustBeDone() throws Exception {
    Team team =
        new Team(
            "code_project",
            List.of(
                Flow.role("developer", false, List.of(), List.of("tester")),
                Flow.role("tester", false, List.of(), List.of())));
    try (Flow flow = Flow.working(team, ProjectSettings.DEFAULTS)) {
      flow.report("developer", ReportKind.DONE, "built");
      flow.pass(Duration.ofSeconds(5));
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      flow.report("tester", ReportKind.DONE, "green");
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(flow.host.integrations.get(0).worktrees())
          .extracting(tree -> tree.role())
          .containsExactly("tester", "developer");
    }
  }

  @Test
  void leavesTheBranchesAsTheyAreWhenItIsNotToIntegrate() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.apart())) {
      flow.host.world(host -> host.dirty.put("developer", List.of("Shop.java")));
      flow.report("orchestrator", ReportKind.DONE, "looked into it");
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(flow.outcome().reason()).isEqualTo("looked into it");
      assertThat(flow.host.integrations).isEmpty();
    }
  }

  @Test
  void whatIsMissingGoesBackAsAMessage() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.dirty.put("developer", List.of("Shop.java")));
      flow.report("orchestrator", ReportKind.DONE, "done");
      flow.awaitText("developer", "uncommitted changes in your worktree: Shop.java");
      flow.awaitText("orchestrator", "not complete yet");
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      assertThat(flow.agent("orchestrator").state().word()).isNotEqualTo("done");
      flow.host.world(host -> host.dirty.clear());
      flow.orc.finish(flow.request("enough"));
      assertThat(flow.outcome().reason()).isEqualTo("enough");
    }
  }

  @Test
  void anOpenAuthorizationSpeaksAgainstTheEnd() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("developer", ReportKind.AUTHORIZATION, "deploy to production");
      flow.report("orchestrator", ReportKind.DONE, "done");
      flow.awaitText("developer", "has no answer yet");
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
    }
  }

  @Test
  void whatIsOverNeedsNobody() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("developer", ReportKind.AUTHORIZATION, "deploy to production");
      assertThat(flow.status().authorizations()).hasSize(1);
      flow.orc.stop(flow.request("wrong spec"));
      assertThat(flow.outcome().phase()).isEqualTo(Phase.STOPPED);

      assertThat(flow.status().authorizations()).isEmpty();
      assertThat(flow.status().needs()).isEmpty();
      assertThat(flow.status().nextCheckIn()).isNull();
      assertThat(flow.orc.checkIns()).isEmpty();
      assertThat(flow.agent("developer").state()).hasToString("ended");
      assertThat(flow.agent("developer").since()).isEqualTo(flow.status().endedAt());
    }
  }

  @Test
  void conflictsAndFailedVerificationsGoBackToWork() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host -> {
            host.integrationAnswers.add(
                failed(List.of(new Conflict("tester", "tester/shop", List.of("a.txt"))), null));
            host.integrationAnswers.add(failed(List.of(), "make test"));
          });
      flow.report("orchestrator", ReportKind.DONE, "done");
      flow.awaitText("tester", "does not merge");
      flow.awaitText("orchestrator", "tester does not merge: a.txt");
      flow.until(Phase.WORKING);
      flow.report("orchestrator", ReportKind.DONE, "done now");
      flow.awaitText("orchestrator", "the verification failed: make test");
      flow.until(Phase.WORKING);
      flow.report("orchestrator", ReportKind.DONE, "done at last");
      assertThat(flow.outcome().reason()).isEqualTo("done at last");
      assertThat(flow.host.integrations)
          .extracting(order -> order.attempt())
          .containsExactly(1, 2, 3);
    }
  }

  @Test
  void whatCanNotBeIntegratedIsAPersons() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host ->
              host.before =
                  order -> {
                    if (order.getClass().getSimpleName().equals("IntegrationOrder")) {
                      throw FakeHost.refusal("main was moved by somebody");
                    }
                  });
      flow.orc.finish(flow.request(null));
      flow.await("told", () -> !flow.status().needs().isEmpty());
      assertThat(flow.status().needs().get(0).what()).contains("main was moved by somebody");
      flow.until(Phase.WORKING);
    }
  }

  @Test
  void aCompletionFileCounts() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.completionFile = "COMPLETED\nsold out");
      assertThat(flow.outcome().reason()).isEqualTo("sold out");
    }
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.completionFile = "FAILED\nno goods");
      Outcome outcome = flow.outcome();
      assertThat(outcome.phase()).isEqualTo(Phase.FAILED);
      assertThat(outcome.reason()).isEqualTo("no goods");
    }
  }

  @Test
  void aRepositoryThatCanNotBeUsedFailsAtOnce() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.host.world(
        host ->
            host.before =
                order -> {
                  if (order instanceof PrepareOrder) {
                    throw FakeHost.refusal("it is bare");
                  }
                });
    try (Flow flow = begun.begin()) {
      Outcome outcome = flow.outcome();
      assertThat(outcome.phase()).isEqualTo(Phase.FAILED);
      assertThat(outcome.reason()).contains("it is bare").contains("do it otherwise");
      assertThat(flow.host.closings).isEmpty();
    }
  }

  @Test
  void stopsInEveryPhaseAlsoWhileTheHostIsAway() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.hostAway();
    try (Flow flow = begun.begin().until(Phase.PREPARING)) {
      flow.orc.stop(flow.request("enough"));
      assertThat(flow.outcome().phase()).isEqualTo(Phase.STOPPED);
    }
    try (Flow flow = Flow.working()) {
      flow.hostAway();
      flow.send("person", "developer", "in vain");
      flow.orc.stop(flow.request("enough"));
      Outcome outcome = flow.outcome();
      assertThat(outcome.phase()).isEqualTo(Phase.STOPPED);
      assertThat(outcome.reason()).contains("enough").contains("the host was away");
      assertThat(Duration.between(outcome.startedAt(), outcome.endedAt())).isLessThan(HOUR);
    }
  }

  @Test
  void stopsWhileItIntegratesOrCloses() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.before = later("IntegrationOrder"));
      flow.orc.finish(flow.request(null));
      flow.until(Phase.INTEGRATING);
      flow.orc.stop(flow.request("enough"));
      assertThat(flow.outcome().phase()).isEqualTo(Phase.STOPPED);
    }
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.before = later("CloseOrder"));
      flow.orc.finish(flow.request("complete"));
      flow.until(Phase.CLOSING);
      assertThat(flow.orc.stop(flow.request(null)).note()).contains("closing already");
      Outcome outcome = flow.outcome();
      assertThat(outcome.phase()).isEqualTo(Phase.COMPLETED);
      assertThat(outcome.reason()).contains("its session was not closed");
    }
  }

  @Test
  void theCeilingIsExtendedWhileThereIsProgressAndThenFails() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.ceiling(HOUR))) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      flow.pass(Duration.ofMinutes(50));
      flow.report("developer", ReportKind.PROGRESS, "nearly");
      flow.pass(Duration.ofMinutes(12));
      flow.awaitText("orchestrator", "has taken its whole time");
      flow.report("developer", ReportKind.PROGRESS, "nearer");
      flow.pass(Duration.ofMinutes(16));
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      flow.pass(Duration.ofMinutes(16));
      Outcome outcome = flow.outcome();
      assertThat(outcome.phase()).isEqualTo(Phase.FAILED);
      assertThat(outcome.reason()).isEqualTo("not complete within its time");
      CloseOrder close = flow.host.closings.get(0);
      assertThat(close.timeline()).isNotEmpty();
      assertThat(close.type()).isEqualTo("code_project");
      assertThat(close.roles())
          .contains(new RoleRun("developer", "scripted", 1, 0, false, 0))
          .hasSize(3);
    }
  }

  @Test
  void whoIsStuckIsAskedThenItsManagerThenAPersonEachOnce() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      flow.pass(Duration.ofMinutes(31));
      assertThat(flow.host.textsTo("developer")).anyMatch(text -> text.contains("no commit"));
      assertThat(flow.host.textsTo("tester")).noneMatch(text -> text.contains("no commit"));
      flow.pass(Duration.ofMinutes(31));
      assertThat(flow.host.textsTo("orchestrator"))
          .anyMatch(text -> text.startsWith("developer has shown no progress"));
      flow.pass(Duration.ofMinutes(31));
      assertThat(flow.status().needs()).anyMatch(need -> need.id().equals("stuck/developer"));
      int texts = flow.host.textsTo("developer").size();
      flow.pass(Duration.ofMinutes(60));
      assertThat(flow.host.textsTo("developer")).hasSize(texts);

      flow.host.agent("developer", agent -> agent.commits = 1);
      flow.host.agent("developer", agent -> agent.committedAt = flow.now());
      flow.await(
          "settled",
          () -> flow.status().needs().stream().noneMatch(n -> n.id().equals("stuck/developer")));
      assertThat(flow.agent("developer").commits()).isEqualTo(1);
      assertThat(flow.status().totals().commits()).isEqualTo(1);
    }
  }

  private static java.util.function.Consumer<Object> later(String order) {
    return asked -> {
      if (asked.getClass().getSimpleName().equals(order)) {
        throw FakeHost.later("not now", Duration.ofSeconds(30));
      }
    };
  }

  @Test
  void aCompletionFileThatIsWrittenAnewIsAClaimAnew() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host -> {
            host.dirty.put("developer", List.of("a.txt"));
            host.completionFile = "COMPLETED\nsold out";
            host.completionFileAt = flow.now();
          });
      flow.awaitText("developer", "something is still missing from you");
      flow.host.world(host -> host.dirty.clear());
      flow.pass(Duration.ofMinutes(2));
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      flow.host.world(host -> host.completionFileAt = flow.now());
      assertThat(flow.outcome().reason()).isEqualTo("sold out");
    }
  }

  @Test
  void aFaultOfGitGoesToItsOwnerAtOnceAndTheOthersWorkIsIn() throws Exception {
    try (Flow flow = Flow.working()) {
      Fault fault =
          new Fault("tester", "it is on nothing, a branch without a commit", "git switch");
      flow.host.world(
          host ->
              host.integrationAnswers.add(
                  new Integration(
                      true,
                      "3".repeat(40),
                      "b",
                      List.of("developer"),
                      List.of(),
                      null,
                      null,
                      null,
                      List.of(fault))));
      flow.report("orchestrator", ReportKind.DONE, "sold");
      flow.awaitText("tester", "a branch without a commit");
      flow.awaitText("orchestrator", "It is not complete yet");
      assertThat(flow.host.textsTo("developer")).noneMatch(text -> text.contains("without"));
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      assertThat(flow.timeline()).contains("merged developer; tester: it is on nothing");
      flow.report("orchestrator", ReportKind.DONE, "sold");
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void aWorktreeThatIsGoneIsMadeAgain() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.gone.add("developer"));
      flow.report("orchestrator", ReportKind.DONE, "sold");
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(opened(flow)).isEqualTo(2);
      assertThat(flow.timeline()).contains("its worktree is gone and is made again");
    }
    try (Flow flow = Flow.working()) {
      flow.host.agent("developer", agent -> agent.condition = Condition.EXITED);
      flow.awaitText("developer", "/briefs/developer-2.md");
      assertThat(opened(flow)).isEqualTo(2);
    }
  }

  @Test
  void whatIsCommittedAtTheVeryEndIsBroughtInToo() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.ahead.put("developer", 1));
      flow.orc.finish(flow.request("enough"));
      assertThat(flow.outcome().reason()).isEqualTo("enough");
      assertThat(flow.host.integrations).hasSize(2);
    }
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host -> {
            host.ahead.put("developer", 2);
            host.leavesLateWork = true;
          });
      flow.orc.finish(flow.request("enough"));
      assertThat(flow.outcome().reason())
          .contains("not in it, committed at the very end: developer (2 on developer/shop)");
    }
  }

  private static long opened(Flow flow) {
    return flow.host.see(
        host -> host.opened.stream().filter(role -> role.equals("developer")).count());
  }

  @Test
  void peopleHearThatItHasEnded() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.orc.finish(flow.request("enough"));
      flow.outcome();
      Need end = flow.host.see(host -> host.told.get(host.told.size() - 1));
      assertThat(end.kind()).isEqualTo(Need.Kind.END);
      assertThat(end.what()).contains("completed after", "enough");
    }
    try (Flow flow = Flow.working(Flow.team(), Settings.ceiling(Duration.ofMinutes(10)))) {
      flow.outcome();
      assertThat(told(flow))
          .filteredOn(need -> need.kind() == Need.Kind.END)
          .extracting(Need::what)
          .singleElement()
          .asString()
          .contains("failed after", "not complete within its time");
    }
    try (Flow flow = Flow.working()) {
      flow.orc.stop(flow.request("by hand"));
      flow.outcome();
      assertThat(told(flow)).isEmpty();
    }
  }

  private static List<Need> told(Flow flow) {
    return flow.host.see(host -> List.copyOf(host.told));
  }

  private static Integration failed(List<Conflict> conflicts, String command) {
    return new Integration(false, "h", "b", List.of(), conflicts, command, "it is red");
  }
}
