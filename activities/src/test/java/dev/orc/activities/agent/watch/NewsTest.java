package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.WatchActivities.Belief;
import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Sighting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsTest {
  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = T.plusSeconds(600);

  @Test
  void whatIsBelievedIsNoNews() {
    assertThat(news(belief(Condition.READY, false, 0), seen(1, Condition.READY, 0), 0)).isEmpty();
  }

  @Test
  void workingAndWaitingCountAsOne() {
    assertThat(news(belief(Condition.READY, false, 0), seen(1, Condition.BUSY, 0), 0)).isEmpty();
    assertThat(news(belief(Condition.BUSY, false, 0), seen(1, Condition.READY, 0), 0)).isEmpty();
  }

  @Test
  void readinessIsNewsForMailThatWaits() {
    assertThat(news(belief(Condition.BUSY, true, 0), seen(1, Condition.READY, 0), 0)).hasSize(1);
    assertThat(news(belief(Condition.READY, false, 0), seen(1, Condition.READY, 0), 1)).hasSize(1);
    assertThat(news(belief(Condition.READY, true, 0), seen(1, Condition.READY, 0), 0)).isEmpty();
  }

  @Test
  void anyOtherConditionIsNews() {
    for (Condition condition :
        List.of(Condition.EXITED, Condition.MISSING, Condition.LIMITED, Condition.ASKING)) {
      assertThat(news(belief(Condition.READY, false, 0), seen(1, condition, 0), 0)).hasSize(1);
      assertThat(news(belief(condition, false, 0), seen(1, condition, 0), 0)).isEmpty();
    }
  }

  @Test
  void anotherLifeIsIgnored() {
    assertThat(news(belief(Condition.READY, false, 0), seen(2, Condition.EXITED, 0), 0)).isEmpty();
  }

  @Test
  void commitsAreNewsFromTheirTimeOn() {
    Belief belief = belief(Condition.READY, false, 3);
    WatchOrder order = order(belief);
    HostView view = view(true, null, seen(1, Condition.READY, 4));
    assertThat(new News(order, view, role -> 0).at(T.plusSeconds(59))).isEmpty();
    assertThat(new News(order, view, role -> 0).at(T.plusSeconds(60))).hasSize(1);
  }

  @Test
  void aCompletionFileIsNewsOnce() {
    Belief belief = belief(Condition.READY, false, 0);
    HostView view = view(true, "COMPLETED\nall of it", seen(1, Condition.READY, 0));
    assertThat(new News(order(belief), view, role -> 0).at(T)).hasSize(1);
    WatchOrder knowing =
        new WatchOrder("shop", "lead", List.of(belief), "COMPLETED\nall of it", LATER, T);
    assertThat(new News(knowing, view, role -> 0).at(T)).isEmpty();
  }

  @Test
  void theSameWordsWrittenAnewAreNews() {
    Belief belief = belief(Condition.READY, false, 0);
    HostView view =
        new HostView(
            T, true, List.of(seen(1, Condition.READY, 0)), "COMPLETED\nall", T.plusSeconds(9));
    assertThat(new News(knowing(belief, T), view, role -> 0).at(T)).hasSize(1);
    assertThat(new News(knowing(belief, T.plusSeconds(9)), view, role -> 0).at(T)).isEmpty();
  }

  @Test
  void aTurnThatBrokeOffIsNewsAndSoIsItsEnd() {
    Sighting broken = broken(Condition.READY, T);
    assertThat(news(belief(Condition.READY, false, 0), broken, 0)).hasSize(1);
    assertThat(news(knowing(Condition.READY, T), broken, 0)).isEmpty();
    assertThat(news(knowing(Condition.READY, T.minusSeconds(1)), broken, 0)).hasSize(1);
    assertThat(news(knowing(Condition.READY, T), seen(1, Condition.BUSY, 0), 0)).hasSize(1);
  }

  @Test
  void aLimitAloneSaysThatItBrokeATurnOff() {
    Sighting limited = broken(Condition.LIMITED, T);
    assertThat(news(belief(Condition.LIMITED, false, 0), limited, 0)).isEmpty();
    assertThat(news(knowing(Condition.LIMITED, T.minusSeconds(1)), limited, 0)).hasSize(1);
  }

  @Test
  void aLostSessionIsNewsUnlessNobodyIsBelievedAlive() {
    HostView gone = new HostView(T, false, List.of(), null);
    assertThat(new News(order(belief(Condition.READY, false, 0)), gone, role -> 0).at(T))
        .hasSize(1);
    assertThat(new News(order(belief(Condition.MISSING, false, 0)), gone, role -> 0).at(T))
        .isEmpty();
  }

  private static List<String> news(Belief belief, Sighting sighting, int deferrals) {
    return new News(order(belief), view(true, null, sighting), role -> deferrals).at(T);
  }

  private static HostView view(boolean session, String file, Sighting sighting) {
    return new HostView(T, session, List.of(sighting), file);
  }

  private static WatchOrder order(Belief belief) {
    return new WatchOrder("shop", "lead", List.of(belief), null, LATER, T.plusSeconds(60));
  }

  private static Belief belief(Condition condition, boolean waits, int commits) {
    return new Belief("developer", 1, condition, waits, commits, "scripted", "/w", "abc");
  }

  private static Belief knowing(Condition condition, Instant brokenAt) {
    return new Belief("developer", 1, condition, false, 0, "scripted", "/w", "abc", brokenAt);
  }

  private static WatchOrder knowing(Belief belief, Instant fileAt) {
    return new WatchOrder("shop", "lead", List.of(belief), "COMPLETED\nall", fileAt, LATER, T);
  }

  private static Sighting broken(Condition condition, Instant at) {
    return new Sighting(
        "developer",
        1,
        condition,
        T,
        "@1",
        "%1",
        null,
        null,
        null,
        0,
        T,
        T,
        new BrokenTurn(BrokenTurn.Kind.OVERLOAD, "529", at));
  }

  private static Sighting seen(int incarnation, Condition condition, int commits) {
    return new Sighting(
        "developer", incarnation, condition, T, "@1", "%1", null, null, null, commits, T, T, null);
  }
}
