package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Parcel;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxException;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A program's time from its start until it can be spoken to: its dialogs are answered as the driver
 * allows, each once, and what goes with the start is waited for to be taken. For one launch.
 */
final class FirstMinutes {
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final int LINES = 3;
  private static final int LINE = 200;

  /**
   * So long a dialog may stay after its answer before a person is asked: a program on a loaded
   * machine draws what comes next many seconds later.
   */
  private static final Duration AFTER_ANSWER = Duration.ofSeconds(30);

  /**
   * So long a program that is up may take until it has taken its first prompt, where it is slow.
   */
  private static final Duration TAKES_WITHIN = Duration.ofSeconds(45);

  private final AgentHost host;
  private final DialogKeys dialogs;
  private final Channels channels;
  private final FirstWords words;
  private final Beat beat;
  private final Set<String> answered = new HashSet<>();
  private long answeredAt;
  private long upAt;
  private boolean briefed;

  FirstMinutes(AgentHost host, Driver driver, Channels channels, FirstWords words, Beat beat) {
    this.host = host;
    this.dialogs = new DialogKeys(host.tmux(), driver, beat);
    this.channels = channels;
    this.words = words;
    this.beat = beat;
  }

  /** Whether the program has taken its first words. */
  boolean briefed() {
    return briefed;
  }

  /** What the program came to within the order's time. */
  Sighting of(LaunchOrder order, Pane pane) throws InterruptedException {
    long end = System.nanoTime() + order.within().toNanos();
    while (true) {
      Optional<Sighting> seen = lookUntilSettled(order, pane, end);
      beat.beat();
      if (seen.filter(sighting -> isAnswerable(sighting, pane)).isPresent()) {
        answer(seen.get(), pane);
      } else if (seen.filter(sighting -> isSettled(sighting, order, pane)).isPresent()) {
        if (!awaitsWords(order, alive(seen.get(), order, pane))) {
          return seen.get();
        }
      } else if (System.nanoTime() - end >= 0) {
        return alive(seen.orElseGet(() -> notSeen(order, pane)), order, pane);
      }
    }
  }

  /** Whether its first words are on their way to a program that is up. */
  private boolean awaitsWords(LaunchOrder order, Sighting seen) throws InterruptedException {
    boolean up = seen.condition() == Condition.READY || seen.condition() == Condition.BUSY;
    if (words.letter().isEmpty() || !up) {
      return false;
    }
    LetterText letter = words.letter().get();
    AgentName agent = new AgentName(order.project(), order.role().name());
    if (words.prompt().isEmpty()) {
      Optional<Channel> channel = channels.of(agent, order.incarnation());
      briefed = channel.isPresent() && brought(channel.get(), letter.parcel());
      return false;
    }
    briefed =
        host.truth()
            .awaitReceipt(agent.project(), agent.role(), order.incarnation(), letter.id(), SLICE)
            .isPresent();
    upAt = upAt == 0 ? System.nanoTime() : upAt;
    return !briefed && System.nanoTime() - upAt < TAKES_WITHIN.toNanos();
  }

  private static boolean brought(Channel channel, Parcel parcel) throws InterruptedException {
    return channel.carries(parcel, false)
        && (channel.knows(parcel.letterId()) == Channel.Known.YES
            || channel.bring(parcel, TAKES_WITHIN).result() == Brought.Result.TAKEN);
  }

  private Optional<Sighting> lookUntilSettled(LaunchOrder order, Pane pane, long end)
      throws InterruptedException {
    Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    return host.truth()
        .await(
            order.project(),
            order.role().name(),
            sighting -> isSettled(sighting, order, pane),
            left.compareTo(SLICE) < 0 ? left : SLICE)
        .filter(
            sighting ->
                sighting.incarnation() == order.incarnation()
                    && (sighting.pane() == null || pane.id().equals(sighting.pane())));
  }

  private boolean isSettled(Sighting sighting, LaunchOrder order, Pane pane) {
    boolean beingAnswered =
        sighting.condition() == Condition.ASKING
            && answered.contains(String.valueOf(sighting.detail()))
            && System.nanoTime() - answeredAt < AFTER_ANSWER.toNanos();
    boolean ofThisPane =
        pane.id().equals(sighting.pane()) || sighting.condition() == Condition.MISSING;
    return sighting.incarnation() >= order.incarnation()
        && ofThisPane
        && sighting.condition() != Condition.STARTING
        && !beingAnswered;
  }

  private boolean isAnswerable(Sighting sighting, Pane pane) {
    return sighting.condition() == Condition.ASKING
        && !answered.contains(String.valueOf(sighting.detail()))
        && dialogs.canAnswer(pane.id());
  }

  private void answer(Sighting sighting, Pane pane) throws InterruptedException {
    answered.add(String.valueOf(sighting.detail()));
    dialogs.answer(pane.id());
    answeredAt = System.nanoTime();
  }

  private Sighting notSeen(LaunchOrder order, Pane pane) {
    return new Sighting(
        order.role().name(),
        order.incarnation(),
        Condition.STARTING,
        host.now(),
        pane.window(),
        pane.id(),
        null,
        "it shows nothing that is known: " + lastLines(pane),
        null,
        0,
        null,
        null,
        null);
  }

  /** A program that ends at its start is a failure that says what it said last. */
  private Sighting alive(Sighting seen, LaunchOrder order, Pane pane) {
    if (seen.condition().alive()) {
      return seen;
    }
    String how = seen.detail() == null ? "is gone" : seen.detail();
    String said = lastLines(pane);
    throw new LaunchFailure(
        "the program of "
            + order.role().name()
            + " "
            + how
            + " before it was ready"
            + (said.isEmpty() ? "" : ": " + said));
  }

  private String lastLines(Pane pane) {
    try {
      List<String> lines =
          host.tmux()
              .screen(pane.id())
              .lines()
              .map(line -> CleanText.oneLine(line, LINE))
              .filter(line -> !line.isEmpty() && !line.startsWith("Pane is dead"))
              .toList();
      return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (TmuxException e) {
      return "";
    }
  }
}
