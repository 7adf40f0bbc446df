package dev.orc.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.load.KillPlan.Kill;
import dev.orc.cli.load.KillPlan.Victim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KillAllTest {
  private static final Lane LANE = new Lane("load-1:tester", "load-1:developer");
  private static final String AGAIN =
      "[orc b from tester] (An earlier life of yours may have got this already.) Word 2";

  private final Map<String, SpokenWord> words = new LinkedHashMap<>();
  private final List<ReceiptFile.Line> receipts = new ArrayList<>();

  @Test
  void whatArrivedOnceAndInOrderIsInOrder() {
    say("a", "b", "c");
    receive(1, "a", "b");
    receive(2, "brief/developer/2", "c");

    KillAllVerdict verdict = verdict();
    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.doubled()).isEmpty();
    assertThat(verdict.reordered()).isEmpty();
    assertThat(verdict.toldAgain()).isZero();
  }

  @Test
  void whatNeverCameIsLost() {
    say("a", "b");
    receive(1, "a");
    assertThat(verdict().lost())
        .containsExactly("number 2 of load-1:tester to load-1:developer (b) never came");
  }

  @Test
  void whatCameTwiceIsDoubledAlsoInAnotherLife() {
    say("a", "b");
    receive(1, "a", "b", "b");
    receive(2, "a");
    assertThat(verdict().doubled()).hasSize(2);
  }

  @Test
  void whatALifeIsToldAgainAsSuchIsNotDoubled() {
    say("a", "b");
    receive(1, "a", "b");
    receipts.add(new ReceiptFile.Line(Instant.EPOCH, 2, "b", AGAIN));

    assertThat(verdict().doubled()).isEmpty();
    assertThat(verdict().toldAgain()).isEqualTo(1);
  }

  @Test
  void whatCameAfterALaterOneIsReordered() {
    say("a", "b", "c");
    receive(1, "a", "c", "b");
    assertThat(verdict().reordered())
        .singleElement()
        .asString()
        .startsWith("number 2 ")
        .endsWith("after number 3");
  }

  @Test
  void ordersOfDifferentLanesAreTheirOwn() {
    say("a", "b");
    words.put("p", new SpokenWord("p", new Lane(null, LANE.to()), 1, false));
    receive(1, "a", "b", "p");
    assertThat(verdict().reordered()).isEmpty();
  }

  @Test
  void theSameSeedKillsAlike() {
    assertThat(plan(7, true)).isEqualTo(plan(7, true)).isNotEqualTo(plan(8, true));
  }

  @Test
  void everythingIsKilledButAServerThatKeepsNothing() {
    assertThat(plan(1, true)).extracting(Kill::victim).contains(Victim.values());
    assertThat(plan(1, false))
        .extracting(Kill::victim)
        .contains(Victim.AGENT, Victim.WORKER, Victim.TMUX)
        .doesNotContain(Victim.SERVER);
  }

  @Test
  void everybodyIsSpokenToByAPersonAndByAnAgent() {
    List<Lane> lanes = Lane.between(List.of("load-1", "load-2"), List.of("lead", "tester"));
    assertThat(lanes)
        .extracting(Lane::toString)
        .containsExactlyInAnyOrder(
            "a person to load-1:lead",
            "a person to load-1:tester",
            "a person to load-2:lead",
            "a person to load-2:tester",
            "load-1:lead to load-1:tester",
            "load-1:tester to load-1:lead",
            "load-2:lead to load-2:tester",
            "load-2:tester to load-2:lead",
            "load-1:lead to load-2:lead",
            "load-2:lead to load-1:lead");
    assertThat(Lane.between(List.of("load-1"), List.of("lead"))).hasSize(1);
  }

  private KillAllVerdict verdict() {
    return KillAllVerdict.of(words, receipts);
  }

  private void say(String... ids) {
    for (String id : ids) {
      words.put(id, new SpokenWord(id, LANE, words.size() + 1, false));
    }
  }

  private void receive(int life, String... ids) {
    for (String id : ids) {
      receipts.add(new ReceiptFile.Line(Instant.EPOCH, life, id, "[orc " + id + " from tester]"));
    }
  }

  private static List<Kill> plan(long seed, boolean durable) {
    KillPlan plan = new KillPlan(seed, durable);
    return IntStream.range(0, 200).mapToObj(count -> plan.next()).toList();
  }
}
