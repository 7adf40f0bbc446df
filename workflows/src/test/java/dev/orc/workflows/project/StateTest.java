package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.entity.RecentIds;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Trace;
import dev.orc.workflows.policy.InboxLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");

  @Test
  void comesThroughJsonAsItWas() throws Exception {
    ObjectMapper mapper = OrcDataConverter.mapper();
    ProjectState state = full();
    JsonNode once = mapper.valueToTree(state);
    ProjectState back = mapper.treeToValue(once, ProjectState.class);
    assertThat(mapper.<JsonNode>valueToTree(back)).isEqualTo(once);
    assertThat(back.roster().all())
        .extracting(agent -> agent.life().getClass().getSimpleName())
        .contains("Limited", "Asking", "Ready");
    assertThat(once.findValues("since")).isNotEmpty();
  }

  @Test
  void aFieldOfANewerVersionIsIgnored() throws Exception {
    ObjectMapper mapper = OrcDataConverter.mapper();
    ObjectNode tree = mapper.valueToTree(full());
    tree.put("later", 1);
    ((ObjectNode) tree.get("course")).put("later", 1);
    assertThat(mapper.treeToValue(tree, ProjectState.class).lifecycle().phase())
        .isEqualTo(Phase.WORKING);
  }

  @Test
  void theLargestStateFitsIntoOnePayload() throws Exception {
    ProjectState state = full();
    for (int count = 0; count < 3_000; count++) {
      state.ids().remember("01jd7k9v2m3n4p5q6r7s8t9v0w-" + count);
      state
          .ledger()
          .enter(
              NOW,
              count % 2 == 0 ? EntryKind.MESSAGE : EntryKind.AGENT,
              "developer",
              "x".repeat(200),
              count % 2 == 0 ? null : new Trace.GivenUp("x".repeat(200)));
      Message message =
          Message.ordinary("m" + count, "person", "developer", "\n\"é".repeat(400), NOW);
      if (state.mailroom().hasRoomFor(message, 1)) {
        state.mailroom().post(message);
      }
      Message settled = message.withId("s" + count).to("tester");
      state.mailroom().post(settled);
      take(state.mailroom().inbox("tester"));
      state.mailroom().settle("tester", LetterState.DELIVERED, NOW);
    }
    assertThat(OrcDataConverter.mapper().writeValueAsBytes(state)).hasSizeLessThan(1_900_000);
  }

  @Test
  void theLedgerKeepsTransitionsRatherThanMessagesAndNeverUsesANumberTwice() {
    Ledger ledger = new Ledger();
    ledger.enter(NOW, EntryKind.PHASE, null, "WORKING");
    for (int count = 0; count < 500; count++) {
      ledger.enter(NOW, EntryKind.MESSAGE, "developer", "m");
    }
    List<TimelineEntry> kept = ledger.since(0);
    assertThat(kept).hasSize(Ledger.KEPT_MESSAGES + 1);
    assertThat(kept.get(0).what()).isEqualTo("WORKING");
    assertThat(ledger.last()).isEqualTo(501);
    assertThat(ledger.since(500)).extracting(TimelineEntry::number).containsExactly(501L);
    for (int count = 0; count < 500; count++) {
      ledger.enter(NOW, EntryKind.AGENT, "developer", "a");
    }
    assertThat(ledger.since(0)).hasSize(Ledger.KEPT);
  }

  @Test
  void theLedgerKeepsDataAsLongAsASentenceMayBe() {
    Ledger ledger = new Ledger();
    for (int length : new int[] {100, 600}) {
      Trace trace = new Trace.GivenUp("x".repeat(length));
      ledger.enter(NOW, EntryKind.AGENT, "developer", trace.sentence(), trace);
    }
    List<TimelineEntry> kept = ledger.since(0);
    assertThat(kept.get(0).trace()).isEqualTo(new Trace.GivenUp("x".repeat(100)));
    assertThat(kept.get(1).trace()).isNull();
    assertThat(kept.get(1).what()).startsWith("given up: xxx").hasSizeLessThan(502);
  }

  @Test
  void recentIdsAreForgottenInTheOrderOfTheirArrival() {
    RecentIds ids = new RecentIds();
    for (int count = 0; count <= RecentIds.KEPT; count++) {
      ids.remember("id" + count);
    }
    assertThat(ids.seen("id0")).isFalse();
    assertThat(ids.seen("id1")).isTrue();
    assertThat(ids.seen("id" + RecentIds.KEPT)).isTrue();
  }

  @Test
  void anInboxKeepsPriorityThenArrivalAlsoForWhatComesBack() {
    Inbox inbox = new Inbox();
    for (String id : List.of("a", "b")) {
      inbox.add(Message.ordinary(id, "p", "r", "x", NOW));
    }
    inbox.add(Message.of(MessageKind.GIT, "g", "p", "r", "x", NOW));
    assertThat(take(inbox).id()).isEqualTo("g");
    inbox.settle(true);
    assertThat(take(inbox).id()).isEqualTo("a");
    inbox.add(Message.of(MessageKind.GIT, "h", "p", "r", "x", NOW));
    inbox.putBack();
    assertThat(inbox.waiting()).extracting(Message::id).containsExactly("h", "a", "b");
    assertThat(inbox.delivered()).isEqualTo(1);
  }

  @Test
  void settledLettersKeepOnlyTheBeginningOfTheirText() {
    Message longOne = Message.ordinary("a", "p", "r", "😀".repeat(300), NOW);
    assertThat(InboxLimit.shortened(longOne).text()).hasSizeLessThanOrEqualTo(401).endsWith("😀…");
    assertThat(InboxLimit.fits(0, longOne, 400)).isTrue();
    assertThat(InboxLimit.fits(0, longOne, 900)).isFalse();
  }

  private static Message take(Inbox inbox) {
    Message first = inbox.next(any -> true).orElseThrow();
    inbox.take(first);
    return first;
  }

  private static ProjectState full() {
    ProjectInput input = Flow.input(Flow.team(), ProjectSettings.DEFAULTS);
    ProjectState state = ProjectState.of(input, NOW);
    state.lifecycle().enter(Phase.WORKING, NOW);
    state.lifecycle().repository(new Repository("/r", "main", "h"));
    state.lifecycle().session("$1");
    state.lifecycle().claim("x", "y");
    List<Agent> agents = state.roster().all();
    agents.get(0).live(new Life.Asking(NOW, "why?"));
    agents.get(1).live(new Life.Limited(NOW, "limit", NOW, NOW, 2, true));
    agents.get(2).live(new Life.Ready(NOW));
    agents.get(2).hold(true, "a draft", NOW);
    agents.get(2).cut(CutOff.now(BrokenTurn.Kind.RATE, "429", NOW, NOW, 2, NOW));
    agents.get(2).doubt("m1");
    agents.get(2).crashed(NOW, Duration.ofHours(1));
    state.mailroom().post(Message.ordinary("m", "person", "developer", "hello", NOW));
    take(state.mailroom().inbox("developer"));
    state.checkIns().add(new CheckIn("c", "person", "tester", "n", Schedule.every(5), NOW, false));
    state.progress().begin(NOW, Duration.ofHours(4));
    state.progress().halted(true, NOW);
    state.authorizations().open(new Authorization("1", "a", "b", "w", NOW, NOW));
    assertThat(state.authorizations().escalate(NOW)).hasSize(1);
    state.needs().raise(new Need("n", "shop", null, "w", "r", NOW));
    state.ledger().enter(NOW, EntryKind.PHASE, null, "x");
    state.tally().limitedFor(Duration.ofSeconds(3));
    state.ids().remember("i");
    assertThat(agents.get(1).life().believed()).isEqualTo(Condition.LIMITED);
    return state;
  }
}
