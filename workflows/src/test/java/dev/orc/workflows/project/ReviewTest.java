package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person wants to review is neither merged nor complete before that person approves it. */
class ReviewTest {
  private static final String PLAN = "specs/001-tea/plan.md";
  private static final String FIRST = "1".repeat(40);
  private static final String SECOND = "3".repeat(40);
  private static final String ASKED = id(FIRST);
  private static final String AGAIN = id(SECOND);

  @Test
  void nothingIsMergedBeforeAPersonApproves() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      assertThat(flow.status().conditions()).containsExactly("in review");
      Need need = flow.status().needs().get(0);
      assertThat(need.id()).isEqualTo("authorization/" + ASKED);
      assertThat(need.what()).contains("waits for your review of " + PLAN, "/orchestrator");
      assertThat(need.remedy())
          .startsWith("orc authorize " + ASKED + " yes (or no) --project shop");
      flow.awaitText("orchestrator", "A person reviews " + PLAN + " now. Wait");
      assertThat(merged(flow)).isEmpty();

      answer(flow, ASKED, true, null);
      Outcome outcome = flow.outcome();

      assertThat(outcome.phase()).isEqualTo(Phase.COMPLETED);
      assertThat(flow.timeline()).contains("approved " + PLAN);
      assertThat(merged(flow).get(0).heads())
          .isEqualTo(Map.of("orchestrator", FIRST, "developer", FIRST, "tester", FIRST));
    }
  }

  @Test
  void aRefusalGoesBackToTheLeadWithItsReason() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      answer(flow, ASKED, false, "which database?");
      flow.awaitText("orchestrator", "me has reviewed " + PLAN + " and does not approve it: which");
      assertThat(flow.status().needs()).isEmpty();
      assertThat(flow.status().authorizations()).isEmpty();
      assertThat(flow.agent("orchestrator").state().word()).isNotEqualTo("done");
      assertThat(flow.timeline()).contains("refused " + PLAN + ": which database?");

      flow.report("orchestrator", ReportKind.DONE, "still");
      flow.awaitText("orchestrator", "Nothing was committed since the review of " + PLAN);
      assertThat(flow.status().needs()).isEmpty();

      flow.host.world(host -> host.head = SECOND);
      flow.report("orchestrator", ReportKind.DONE, "with a database");
      awaitNeed(flow, "authorization/" + AGAIN);
      assertThat(merged(flow)).isEmpty();
      answer(flow, AGAIN, true, null);
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void whatIsCommittedAfterItWasShownIsReviewedToo() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      flow.host.world(host -> host.head = SECOND);
      answer(flow, ASKED, true, null);
      awaitNeed(flow, "authorization/" + AGAIN);
      assertThat(merged(flow)).isEmpty();
      answer(flow, AGAIN, true, null);
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(merged(flow).get(0).heads()).containsValue(SECOND);
    }
  }

  @Test
  void whatIsCommittedAtTheVeryEndIsSaidAndNotMerged() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      flow.host.world(host -> host.ahead.put("orchestrator", 1));
      answer(flow, ASKED, true, null);
      Outcome outcome = flow.outcome();
      assertThat(outcome.reason()).contains("not in it, committed at the very end: orchestrator");
      assertThat(merged(flow)).hasSize(1);
    }
  }

  @Test
  void anApprovalHoldsWhileTheSameWorkIsTriedAgain() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      flow.host.world(
          host ->
              host.integrationAnswers.add(
                  new Integration(false, FIRST, null, List.of(), List.of(), "make", "no")));
      answer(flow, ASKED, true, null);
      flow.awaitText("orchestrator", "the verification failed: make");
      flow.report("orchestrator", ReportKind.DONE, "it was the disk");
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void noAgentAnswersAndNoTimeRunsOut() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      for (String agent : List.of("orchestrator", "developer")) {
        assertThatThrownBy(
                () -> flow.orc.authorize(new AuthorizeRequest(flow.id(), agent, ASKED, true, null)))
            .hasStackTraceContaining(agent + " does not decide that");
      }
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(20));
      flow.pass(Duration.ofHours(6)); // longer than the ceiling with all its extensions
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      assertThat(flow.host.textsTo("orchestrator"))
          .noneMatch(text -> text.contains("did not answer in time") || text.contains("Check-in"));
      answer(flow, ASKED, true, null);
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  /** It is asked of a person; an agent that is called so is none. */
  @Test
  void anAgentThatIsCalledPersonDoesNotAnswer() throws Exception {
    Role person = Flow.role("person", false, List.of(), List.of());
    Team team = new Team("code_project", List.of(Flow.team().lead().orElseThrow(), person));
    try (Flow flow = asked(Flow.input(team, ProjectSettings.DEFAULTS))) {
      String review = flow.status().authorizations().get(0).id();
      assertThatThrownBy(
              () ->
                  flow.orc.authorize(new AuthorizeRequest(flow.id(), "person", review, true, null)))
          .hasStackTraceContaining("person does not decide that");
      answer(flow, review, true, null);
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void whoIsBlockedAfterAllIsNotReviewed() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      flow.report("orchestrator", ReportKind.BLOCKED, "the kettle is gone");
      flow.await("no review", () -> flow.status().authorizations().isEmpty());
      assertThat(flow.status().conditions()).isEmpty();
      assertThat(flow.status().needs()).extracting(Need::what).hasSize(1);
      flow.report("orchestrator", ReportKind.DONE, "found");
      awaitNeed(flow, "authorization/" + ASKED);
    }
  }

  @Test
  void aPersonsFinishIsAnApproval() throws Exception {
    try (Flow flow = asked(ProjectSettings.DEFAULTS)) {
      flow.orc.finish(flow.request("good enough"));
      assertThat(flow.outcome().reason()).isEqualTo("good enough");
      assertThat(merged(flow)).hasSize(1);
    }
  }

  @Test
  void alsoWhereTheBranchesAreLeftAsTheyAre() throws Exception {
    ProjectSettings apart = Settings.apart();
    try (Flow flow = asked(apart)) {
      answer(flow, ASKED, true, null);
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(merged(flow)).isEmpty();
    }
  }

  /** One whose lead has said that it is done, and whose person has been asked. */
  private static Flow asked(ProjectSettings settings) {
    Flow flow = asked(Flow.input(Flow.team(), settings));
    assertThat(flow.status().needs().get(0).id()).isEqualTo("authorization/" + ASKED);
    return flow;
  }

  private static Flow asked(ProjectInput plain) {
    ProjectInput input =
        new ProjectInput(
            plain.project(),
            plain.host(),
            plain.directory(),
            plain.spec().reviewed(PLAN),
            plain.team(),
            plain.settings(),
            plain.windows(),
            null,
            null,
            null);
    Flow flow = Flow.of(input).begin().until(Phase.WORKING);
    flow.report("orchestrator", ReportKind.DONE, "planned");
    flow.await("a review", () -> !flow.status().needs().isEmpty());
    return flow;
  }

  /** Of the same commits the same, of others another. */
  private static String id(String head) {
    Map<String, String> work = Map.of("orchestrator", head, "developer", head, "tester", head);
    return "review-%08x".formatted(work.hashCode());
  }

  private static List<IntegrationOrder> merged(Flow flow) {
    return flow.host.see(host -> List.copyOf(host.integrations));
  }

  private static void answer(Flow flow, String review, boolean yes, String note) {
    flow.orc.authorize(new AuthorizeRequest(flow.id(), "me", review, yes, note));
  }

  private static void awaitNeed(Flow flow, String id) {
    flow.await(id, () -> flow.status().needs().stream().anyMatch(need -> need.id().equals(id)));
  }
}
