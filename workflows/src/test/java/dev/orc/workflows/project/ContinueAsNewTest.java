package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinueAsNewTest {
  @Test
  void losesAndDoublesNothingOverManyRuns() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.historyEvents(150))) {
      List<Message> sent = new ArrayList<>();
      for (int count = 0; count < 30; count++) {
        sent.add(flow.send("person", "developer", "d" + count));
        sent.add(flow.send("person", "tester", "t" + count));
        flow.pass(Duration.ofMillis(100));
      }
      flow.await("all are brought", () -> flow.host.see(h -> h.brought.size()) >= sent.size() + 3);

      assertThat(flow.histories()).hasSizeGreaterThan(2);
      assertThat(texts(flow, "developer")).containsExactlyElementsOf(numbered("d"));
      assertThat(texts(flow, "tester")).containsExactlyElementsOf(numbered("t"));
      List<String> brought = flow.host.see(h -> List.copyOf(h.brought));
      assertThat(brought).doesNotHaveDuplicates();
      assertThat(flow.orc.send(sent.get(0)).repeated()).isTrue();
      assertThat(flow.status().totals().messages()).isEqualTo(sent.size() + 3);
    }
  }

  @Test
  void keepsTheTimelineTheWaitingMailAndTheIds() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.historyEvents(150))) {
      Request pause = flow.request("lunch");
      flow.orc.pause(pause);
      Message waiting = flow.send("person", "developer", "later");
      flow.await("another run", () -> more(flow));

      Accepted again = flow.orc.pause(pause);
      assertThat(again.repeated()).isTrue();
      assertThat(flow.letter(waiting.id())).map(Letter::state).contains(LetterState.WAITING);
      assertThat(flow.status().conditions()).containsExactly("paused");
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      assertThat(flow.orc.timeline(0))
          .extracting(TimelineEntry::number)
          .doesNotHaveDuplicates()
          .isSorted();
      flow.orc.resume(flow.request(null));
      flow.awaitText("developer", "later");
    }
  }

  @Test
  void takesBackWhatAHostThatIsAwayWasAsked() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.historyEvents(150))) {
      flow.hostAway();
      Message waiting = flow.send("person", "developer", "are you there");
      flow.await("another run", () -> more(flow));
      assertThat(flow.letter(waiting.id())).isPresent();
      flow.hostBack();
      flow.awaitText("developer", "are you there");
      assertThat(texts(flow, "developer")).containsOnlyOnce("are you there");
    }
  }

  /** Makes history until the run was continued as new. */
  private static boolean more(Flow flow) {
    flow.send("person", "tester", "more");
    flow.pass(Duration.ofSeconds(30));
    return flow.histories().size() > 1;
  }

  private static List<String> texts(Flow flow, String role) {
    return flow.host.textsTo(role).stream().filter(text -> !text.startsWith("/briefs")).toList();
  }

  private static List<String> numbered(String letter) {
    List<String> all = new ArrayList<>();
    for (int count = 0; count < 30; count++) {
      all.add(letter + count);
    }
    return all;
  }
}
