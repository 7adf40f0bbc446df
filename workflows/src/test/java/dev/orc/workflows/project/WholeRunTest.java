package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Worktree;
import org.junit.jupiter.api.Test;

class WholeRunTest {
  @Test
  void goesFromTheSpecToTheMergedResult() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs/developer-1.md");
      Message message = flow.send("orchestrator", "developer", "begin");
      flow.awaitText("developer", "begin");
      flow.await(
          "its letter is settled",
          () -> flow.letter(message.id()).orElseThrow().state().equals(LetterState.DELIVERED));
      flow.report("developer", ReportKind.DONE, "it is built");
      flow.awaitText("orchestrator", "it is built");
      flow.awaitText("tester", "whose work you wait for, is done");
      flow.report("orchestrator", ReportKind.DONE, "the shop sells");

      Outcome outcome = flow.outcome();

      assertThat(outcome.phase()).isEqualTo(Phase.COMPLETED);
      assertThat(outcome.reason()).isEqualTo("the shop sells");
      assertThat(outcome.head()).isEqualTo("2".repeat(40));
      assertThat(outcome.summary()).isEqualTo("/state/projects/shop/summary.md");
      assertThat(flow.host.integrations.get(0).worktrees())
          .extracting(Worktree::role)
          .containsExactly("orchestrator", "developer", "tester");
      assertThat(flow.status().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(flow.orc.timeline(0))
          .filteredOn(entry -> entry.kind().equals(EntryKind.PHASE))
          .extracting(entry -> entry.what().split(":", 2)[0])
          .containsExactly(
              "PREPARING", "LAUNCHING", "WORKING", "INTEGRATING", "CLOSING", "COMPLETED");
    }
  }
}
