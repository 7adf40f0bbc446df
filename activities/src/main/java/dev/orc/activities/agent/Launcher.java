package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Sighting;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts one life of an agent, or finds it again: with the conversation of the life before it where
 * it has one, with its own channel where the program has one, and by the terminal where not.
 * Thread-safe.
 */
final class Launcher {
  private static final Logger log = LoggerFactory.getLogger(Launcher.class);

  static final String EXITED = "AgentExited";

  private final AgentHost host;
  private final LaunchRoom room;
  private final Lives lives;
  private final Channels channels;
  private final LifeOpening opening;
  private final Pulse pulse = new Pulse();
  private final Lanes lanes = new Lanes();

  Launcher(AgentHost host, LaunchRoom room, Lives lives, Channels channels) {
    this.host = host;
    this.room = room;
    this.lives = lives;
    this.channels = channels;
    this.opening = new LifeOpening(host, room, channels.openers());
  }

  Launched launch(LaunchOrder order, Beat beat) throws InterruptedException {
    Driver driver = host.driver(order.role());
    Path brief = room.briefs().write(order);
    beat.beat();
    try {
      return lanes.alone(name(order), beat, () -> inLane(order, driver, brief, beat));
    } catch (LaunchFailure ended) {
      throw ApplicationFailure.newFailure(ended.getMessage(), EXITED);
    }
  }

  private Launched inLane(LaunchOrder order, Driver driver, Path brief, Beat beat)
      throws InterruptedException {
    LifeFolder folder = new LifeFolder(host.folders(), name(order));
    FirstWords words = FirstWords.of(order, driver, brief);
    Optional<Pane> living = clearWay(order);
    if (living.isPresent()) {
      return found(order, driver, brief, living.get(), words, beat);
    }
    opening.requireUsable(order, driver);
    Optional<LifeFolder.Conversation> kept =
        order.recovered()
            ? folder.conversation().filter(talk -> isHeldHere(talk, order))
            : Optional.empty();
    if (kept.isPresent()) {
      try {
        return fresh(order, driver, brief, kept.get().id(), words, beat);
      } catch (LaunchFailure gone) {
        log.info("{} can not go on with its conversation: {}", name(order), gone.getMessage());
        folder.forgetConversation();
        end(order);
      }
    }
    return fresh(order, driver, brief, null, words, beat);
  }

  private static boolean isHeldHere(LifeFolder.Conversation talk, LaunchOrder order) {
    return talk.driver().equals(order.role().program().driver())
        && talk.worktree().equals(order.worktree().path());
  }

  /** A life that runs already. */
  private Launched found(
      LaunchOrder order, Driver driver, Path brief, Pane pane, FirstWords words, Beat beat)
      throws InterruptedException {
    host.truth().expect(opening.expected(order));
    Optional<LifeFolder.KeptLife> life =
        new LifeFolder(host.folders(), name(order)).life(order.incarnation());
    boolean resumed = life.map(LifeFolder.KeptLife::resumed).orElse(false);
    String why = life.isPresent() ? takeUp(life.get().channel(), beat) : null;
    FirstWords said = resumed ? words.none() : words;
    return launched(order, driver, brief, new Start(pane, said, resumed, true, why), beat);
  }

  /** Starts it by its channel, or else by the terminal alone. */
  private Launched fresh(
      LaunchOrder order,
      Driver driver,
      Path brief,
      String conversation,
      FirstWords words,
      Beat beat)
      throws InterruptedException {
    LifeOpening.Opened opened = opening.open(order, driver, conversation, words, true);
    String why = opened.fellBack();
    if (why == null) {
      why = takeUp(opened.life(), beat);
      if (why != null) {
        end(order);
        opened = opening.open(order, driver, null, words, false);
      }
    }
    if (why != null) {
      log.info("{} is spoken to by its terminal: {}", name(order), why);
      tell(order, new ProgramEvent.Silent(why, host.now()));
    }
    boolean resumed = conversation != null && goesOn(order, conversation);
    FirstWords said = resumed ? words.none() : words;
    return launched(
        order, driver, brief, new Start(opened.pane(), said, resumed, false, why), beat);
  }

  /** Whether the program has taken up that conversation, and made no other. */
  private boolean goesOn(LaunchOrder order, String conversation) {
    return new LifeFolder(host.folders(), name(order))
        .life(order.incarnation())
        .filter(LifeFolder.KeptLife::resumed)
        .filter(life -> conversation.equals(life.channel().conversation()))
        .isPresent();
  }

  private void tell(LaunchOrder order, ProgramEvent event) {
    host.truth().heard(order.project(), order.role().name(), order.incarnation(), event);
  }

  /** Null when the channel is open, or there is none to be opened; else why it is not. */
  private String takeUp(ChannelLife life, Beat beat) throws InterruptedException {
    return pulse.during(beat, () -> channels.open(life).orElse(null));
  }

  /**
   * @param fellBack why the terminal is all there is; null when it is not or that is usual
   */
  private record Start(
      Pane pane, FirstWords words, boolean resumed, boolean found, String fellBack) {}

  private Launched launched(LaunchOrder order, Driver driver, Path brief, Start start, Beat beat)
      throws InterruptedException {
    FirstMinutes minutes = new FirstMinutes(host, driver, channels, start.words(), beat);
    Sighting seen = minutes.of(order, start.pane());
    String fallBack = start.fellBack() == null ? null : "by its terminal: " + start.fellBack();
    return new Launched(
        order.incarnation(),
        start.pane().window(),
        start.pane().id(),
        start.pane().pid(),
        seen.condition(),
        seen.detail() == null ? fallBack : seen.detail(),
        seen.resetsAt(),
        brief.toString(),
        start.found(),
        start.resumed(),
        minutes.briefed());
  }

  /** Ends what is left of other lives; answers the window of this very life where it runs. */
  private Optional<Pane> clearWay(LaunchOrder order) throws InterruptedException {
    List<Pane> windows = lives.of(order.project(), order.role().name());
    refuseEarlierLife(order, windows);
    Optional<Pane> living =
        windows.stream()
            .filter(pane -> pane.incarnation() == order.incarnation() && !pane.dead())
            .findFirst();
    for (Pane pane : windows) {
      if (living.filter(pane::equals).isEmpty()) {
        lives.end(pane);
        channels.end(name(order), pane.incarnation());
      }
    }
    if (order.incarnation() > 1) {
      lives.endWithoutWindow(order.project(), order.role().name());
    }
    return living;
  }

  private void end(LaunchOrder order) throws InterruptedException {
    for (Pane pane : lives.of(order.project(), order.role().name())) {
      lives.end(pane);
    }
    channels.end(name(order), order.incarnation());
  }

  private static void refuseEarlierLife(LaunchOrder order, List<Pane> windows) {
    if (windows.stream().anyMatch(pane -> pane.incarnation() > order.incarnation())) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "a later life of " + order.role().name() + " runs already",
          "look at it with: orc attach " + name(order));
    }
  }

  private static AgentName name(LaunchOrder order) {
    return new AgentName(order.project(), order.role().name());
  }

  /** Whoever is on the way is called back; the journal knows how far each has come. */
  void close() {
    pulse.close();
  }
}
