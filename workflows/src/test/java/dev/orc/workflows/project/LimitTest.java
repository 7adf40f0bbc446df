package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.Worktree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LimitTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  private static final String OVER =
      "Your usage limit should be over, developer. Go on where you stopped.";

  @Test
  void checkInsMoveAndWorkGoesOnAfterTheReset() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.orc.checkIn(
          new CheckInRequest("c1", "person", "developer", "how is it", Schedule.in(10)));
      Instant reset = flow.now().plus(Duration.ofMinutes(40));
      limit(flow, "developer", reset);
      flow.awaitState("developer", "limited");
      assertThat(flow.agent("developer").resetsAt()).isEqualTo(reset);
      flow.send("person", "tester", "others go on");
      flow.awaitText("tester", "others go on");
      flow.pass(Duration.ofMinutes(20));
      assertThat(flow.host.textsTo("developer")).doesNotContain("how is it");
      assertThat(flow.orc.checkIns())
          .extracting(CheckIn::due)
          .containsExactly(reset.plusSeconds(120));

      flow.pass(Duration.ofMinutes(25));
      flow.awaitText("developer", "Your usage limit should be over");
      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.awaitText("developer", "how is it");
      assertThat(flow.status().totals().limits()).isEqualTo(1);
      assertThat(flow.status().totals().limitedSeconds()).isBetween(2_400L, 2_700L);
    }
  }

  @Test
  void anUnreadableResetIsProbedWithLongerAndLongerWaits() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      limit(flow, "developer", null);
      flow.awaitState("developer", "limited");
      flow.pass(Duration.ofMinutes(60));
      flow.await(
          "one probe waits",
          () ->
              flow.orc.inbox("developer").stream()
                  .anyMatch(letter -> letter.message().id().startsWith("go-on/")));
      assertThat(flow.agent("developer").state()).hasToString("limited");
      flow.host.agent("developer", agent -> agent.resetsAt = flow.now());
      flow.pass(Duration.ofMinutes(60));
      flow.awaitText("developer", "Your usage limit should be over");
      assertThat(flow.agent("developer").state()).hasToString("busy");
    }
  }

  @Test
  void whoeverWasCutOffIsToldToGoOnHoweverItsLimitEnds() throws Exception {
    for (Condition seen : new Condition[] {Condition.READY, Condition.BUSY}) {
      try (Flow flow = Flow.working()) {
        limit(flow, "developer", flow.now().plusSeconds(40));
        flow.awaitState("developer", "limited");
        flow.send("person", "developer", "later");
        flow.pass(Duration.ofSeconds(40));
        flow.host.agent("developer", agent -> agent.condition = seen);
        flow.awaitText("developer", "Your usage limit should be over");
        flow.host.agent("developer", agent -> agent.condition = Condition.READY);
        flow.awaitText("developer", "later");
        assertThat(flow.host.textsTo("developer"))
            .containsSubsequence(OVER, "later")
            .containsOnlyOnce(OVER);
        assertThat(flow.host.mailOf("developer"))
            .filteredOn(mail -> mail.kind() == MessageKind.GO_ON)
            .allMatch(Message::urgent);
        assertThat(flow.timeline()).containsPattern("limit over after 4[0-9] s");
      }
    }
  }

  @Test
  void aLimitThatIsStillThereIsTriedLaterAndIsTheSameLimit() throws Exception {
    try (Flow flow = Flow.working()) {
      Instant reset = flow.now().plusSeconds(40);
      limit(flow, "developer", reset);
      flow.awaitState("developer", "limited");
      flow.host.world(host -> host.postman = order -> stillLimited(host, order));
      flow.pass(Duration.ofMinutes(30));
      long words = words(flow);
      assertThat(words).isBetween(2L, 4L);
      assertThat(flow.status().totals().limits()).isEqualTo(1);
      assertThat(flow.letter(flow.send("person", "developer", "held").id()).orElseThrow().why())
          .contains("usage limit");
      flow.host.world(host -> host.postman = host::bring);
      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.pass(Duration.ofHours(2));
      flow.awaitText("developer", "held");
      assertThat(words(flow)).isGreaterThan(words);
    }
  }

  /** A working program queued it, and its turn ran into the limit again. */
  @Test
  void aWordThatWasTakenInTheLimitIsSaidAgainWhenThatIsOver() throws Exception {
    try (Flow flow = Flow.working()) {
      limit(flow, "developer", flow.now().plusSeconds(40));
      flow.awaitState("developer", "limited");
      AtomicBoolean first = new AtomicBoolean(true);
      flow.host.world(
          host ->
              host.postman =
                  order -> first.getAndSet(false) ? takenLongAgo(host, order) : host.bring(order));
      flow.pass(Duration.ofSeconds(40));
      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.await("both words", () -> words(flow) == 2);
      List<Message> words =
          flow.host.mailOf("developer").stream().filter(Resumption::isGoOn).toList();
      assertThat(Duration.between(words.get(0).at(), words.get(1).at())).isLessThan(AT_ONCE);
      flow.pass(Duration.ofMinutes(30));
      assertThat(words(flow)).isEqualTo(2);
    }
  }

  private static Receipt takenLongAgo(FakeHost host, DeliveryOrder order) {
    FakeAgent agent = host.agents.get(order.role().name());
    agent.got.add(order.message());
    Instant taken = order.message().at().minusSeconds(30);
    return new Receipt(
        order.message().id(), Delivery.DELIVERED, Condition.READY, taken, null, null);
  }

  @Test
  void aCheckInForWhoIsLimitedForLongerThanItWasSaidMovesOnAndOn() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      limit(flow, "developer", flow.now().plusSeconds(40));
      flow.awaitState("developer", "limited");
      flow.host.agent("developer", agent -> agent.resetsAt = flow.now().plus(Duration.ofDays(1)));
      flow.orc.checkIn(new CheckInRequest("c1", "person", "developer", "well?", Schedule.in(1)));
      flow.pass(Duration.ofMinutes(30));
      assertThat(flow.orc.checkIns())
          .extracting(CheckIn::due)
          .allMatch(due -> due.isAfter(flow.now()));
    }
  }

  @Test
  void aLimitOfAnEarlierRunIsTakenUp() throws Exception {
    ProjectInput input = Flow.input(Flow.team(), ProjectSettings.DEFAULTS);
    ProjectState state = ProjectState.of(input, Instant.EPOCH);
    Flow begun = Flow.of(input.with(state));
    Instant now = begun.now();
    state.lifecycle().repository(new Repository("/home/me/shop", "main", "0".repeat(40)));
    state.lifecycle().enter(Phase.WORKING, now);
    state.lifecycle().session("$1");
    for (Agent agent : state.roster().all()) {
      agent.startLife(now);
      agent.worktree(new Worktree(agent.name(), "/w", "b", "found"));
      agent.live(new Life.Ready(now));
      FakeAgent fake = new FakeAgent(agent.name());
      fake.incarnation = 1;
      begun.host.agents.put(agent.name(), fake);
    }
    Agent developer = state.roster().find("developer").orElseThrow();
    developer.live(new Life.Limited(now, "limit", now, now, 3, true));
    begun.host.world(host -> host.session = true);
    try (Flow flow = begun.begin()) {
      flow.awaitText("developer", OVER);
    }
  }

  /** It takes the word, works for a moment, and runs into its limit again. */
  private static Receipt stillLimited(FakeHost host, DeliveryOrder order) {
    FakeAgent agent = host.agents.get(order.role().name());
    if (!agent.role.equals("developer")) {
      return host.bring(order);
    }
    agent.resetsAt = null;
    agent.condition = Condition.LIMITED;
    agent.got.add(order.message());
    String id = order.message().id();
    return new Receipt(id, Delivery.DELIVERED, Condition.BUSY, order.message().at(), null, null);
  }

  private static long words(Flow flow) {
    return flow.host.textsTo("developer").stream().filter(OVER::equals).count();
  }

  @Test
  void whenEverybodyIsLimitedTheClockStandsStill() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      Instant reset = flow.now().plus(Duration.ofHours(5));
      for (String role : new String[] {"orchestrator", "developer", "tester"}) {
        limit(flow, role, reset);
      }
      flow.await("waiting", () -> flow.status().conditions().contains("waiting for credits"));
      flow.pass(Duration.ofHours(5).plusMinutes(5));
      flow.await("going on", () -> flow.status().conditions().isEmpty());
      assertThat(flow.status().endedAt()).isNull();
      assertThat(flow.timeline()).contains("everybody waits for credits", "work goes on");
    }
  }

  private static void limit(Flow flow, String role, Instant reset) {
    flow.host.agent(
        role,
        agent -> {
          agent.condition = Condition.LIMITED;
          agent.detail = "You've hit your limit";
          agent.resetsAt = reset;
        });
  }
}
