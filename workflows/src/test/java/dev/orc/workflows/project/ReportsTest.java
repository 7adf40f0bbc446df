package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Trace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportsTest {
  @Test
  void whoIsBlockedAfterAllIsNotDone() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("tester", ReportKind.DONE, "all green");
      assertThat(flow.agent("tester").state()).hasToString("done");
      flow.report("tester", ReportKind.BLOCKED, "the data are gone");
      assertThat(flow.agent("tester").state().word()).isNotEqualTo("done");
    }
  }

  @Test
  void whatConcernsAllReachesTheLeadAndProgressDoesNot() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("developer", ReportKind.PROGRESS, "half of it");
      flow.report("developer", ReportKind.BLOCKED, "no key");
      flow.report("tester", ReportKind.FAILED, "it is red");
      flow.report("tester", ReportKind.DEPLOYED, "on stage");
      flow.awaitText("orchestrator", "on stage");
      assertThat(flow.host.textsTo("orchestrator"))
          .anyMatch(text -> text.contains("no key"))
          .anyMatch(text -> text.contains("it is red"))
          .noneMatch(text -> text.contains("half of it"));
      assertThat(flow.agent("developer").lastReport()).isEqualTo("BLOCKED: no key");
      assertThat(flow.status().totals().reports()).isEqualTo(4);
    }
  }

  @Test
  void aReportFromAnEarlierLifeIsIgnored() throws Exception {
    try (Flow flow = Flow.working()) {
      Report old = of(flow, "orchestrator", 7, ReportKind.DONE, "old news", null, null);
      assertThat(flow.orc.report(old).note()).contains("ignored");
      flow.pass(Duration.ofSeconds(5));
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      Report byPerson = of(flow, "orchestrator", 0, ReportKind.DONE, "I say so", null, null);
      assertThat(flow.orc.report(byPerson).note()).isNull();
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void theSameReportCountsOnce() throws Exception {
    try (Flow flow = Flow.working()) {
      Report report = flow.report("developer", ReportKind.BLOCKED, "no key");
      assertThat(flow.orc.report(report).repeated()).isTrue();
      assertThat(flow.status().totals().reports()).isEqualTo(1);
      assertThat(flow.orc.timeline(0))
          .filteredOn(entry -> entry.kind().equals(EntryKind.REPORT))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.what()).isEqualTo("blocked: no key");
                assertThat(entry.trace())
                    .isEqualTo(new Trace.Reported(ReportKind.BLOCKED, "no key"));
              });
    }
  }

  @Test
  void anAnswerIsWrittenOnItsLetterAndToldToTheAsker() throws Exception {
    try (Flow flow = Flow.working()) {
      Message question =
          new Message(
              flow.id(),
              "orchestrator",
              "developer",
              null,
              0,
              null,
              true,
              null,
              "ready?",
              null,
              flow.now());
      flow.orc.send(question);
      flow.awaitText("developer", "ready?");
      flow.await("delivered", () -> state(flow, question).equals(LetterState.DELIVERED));
      flow.orc.report(of(flow, "developer", 1, ReportKind.ANSWER, "yes", null, question.id()));
      Letter letter = flow.letter(question.id()).orElseThrow();
      assertThat(letter.state()).hasToString("answered");
      assertThat(letter.answer()).endsWith(": yes");
      flow.awaitText("orchestrator", "yes");
    }
  }

  @Test
  void theLeadsBlockIsAPersonsUntilItReportsAgain() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("orchestrator", ReportKind.BLOCKED, "which shop?");
      assertThat(flow.status().needs())
          .extracting(Need::what)
          .singleElement()
          .asString()
          .contains("which shop?");
      flow.report("orchestrator", ReportKind.PROGRESS, "found it");
      assertThat(flow.status().needs()).isEmpty();
    }
  }

  @Test
  void theLeadsFailureEndsIt() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("orchestrator", ReportKind.FAILED, "it can not be done");
      Outcome outcome = flow.outcome();
      assertThat(outcome.phase()).isEqualTo(Phase.FAILED);
      assertThat(outcome.reason()).isEqualTo("it can not be done");
      assertThat(flow.host.closings).hasSize(1);
    }
  }

  @Test
  void anAuthorizationIsAskedOfTheLeadAndAnswered() throws Exception {
    try (Flow flow = Flow.working()) {
      Report asks = flow.report("developer", ReportKind.AUTHORIZATION, "deploy to production");
      flow.awaitText("orchestrator", "asks you to authorize");
      assertThat(flow.status().authorizations())
          .extracting(Authorization::from)
          .containsExactly("orchestrator");
      flow.orc.authorize(new AuthorizeRequest(flow.id(), "orchestrator", asks.id(), true, "go"));
      flow.awaitText("developer", "was granted by orchestrator (go)");
      assertThat(flow.status().authorizations()).isEmpty();
    }
  }

  @Test
  void anUnansweredAuthorizationEscalatesToAPerson() throws Exception {
    try (Flow flow = Flow.working()) {
      Report asks = flow.report("developer", ReportKind.AUTHORIZATION, "a schema change");
      flow.pass(Duration.ofMinutes(59));
      assertThat(flow.status().needs()).noneMatch(need -> need.id().startsWith("authorization/"));
      flow.pass(Duration.ofMinutes(2));
      flow.await(
          "told",
          () ->
              flow.host.see(
                  h -> h.told.stream().anyMatch(n -> n.id().equals("authorization/" + asks.id()))));
      flow.orc.authorize(new AuthorizeRequest(flow.id(), "person", asks.id(), false, null));
      assertThat(flow.status().needs()).noneMatch(need -> need.id().startsWith("authorization/"));
      flow.awaitText("developer", "was denied by person");
    }
  }

  private static Report of(
      Flow flow, String role, int life, ReportKind kind, String text, String to, String reply) {
    return new Report(flow.id(), role, life, kind, text, to, reply, flow.now());
  }

  private static LetterState state(Flow flow, Message message) {
    return flow.letter(message.id()).map(Letter::state).orElse(new LetterState("none"));
  }
}
