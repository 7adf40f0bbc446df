package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.ChannelOpener;
import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.activities.agent.channel.Wiring;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.watch.HostTruth.Expected;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.SessionActivities.SessionOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens the window of a life that does not run yet. Thread-safe. */
final class LifeOpening {
  private final AgentHost host;
  private final LaunchRoom room;
  private final ChannelOpeners openers;
  private final AgentEnvironment environment;
  private final LifeTokens tokens;
  private final ProgramVersions versions = new ProgramVersions();

  LifeOpening(AgentHost host, LaunchRoom room, ChannelOpeners openers) {
    this.host = host;
    this.room = room;
    this.openers = openers;
    this.tokens = new LifeTokens(host.folders());
    this.environment =
        new AgentEnvironment(host.folders(), room.launcher(), room.environment(), room.path());
  }

  /**
   * A window that is open.
   *
   * @param fellBack why the program's own channel is not used; null when it is, or there is none
   */
  record Opened(Pane pane, ChannelLife life, String fellBack) {}

  void requireUsable(LaunchOrder order, Driver driver) {
    driver
        .unusable()
        .ifPresent(
            why -> {
              throw new Refusal(
                  Refusal.Kind.REFUSED,
                  "the program of " + order.role().name() + " can not be used: " + why,
                  "orc doctor checks the agent programs of this host");
            });
  }

  /**
   * @param conversation to go on with; null for a new one
   * @param byChannel whether the program's own channel is to be used, where it has one
   */
  Opened open(
      LaunchOrder order, Driver driver, String conversation, FirstWords words, boolean byChannel)
      throws InterruptedException {
    HostFolders folders = host.folders();
    AgentName agent = new AgentName(order.project(), order.role().name());
    Path spool = folders.spool(agent.project(), agent.role());
    SpoolFile.renew(spool);
    LifeFolder kept = new LifeFolder(folders, agent);
    Path place = kept.begin(order.incarnation());
    tokens.issue(agent.project(), agent.role(), order.incarnation());
    String talk =
        conversation == null && driver.namesConversation()
            ? UUID.randomUUID().toString()
            : conversation;
    Driver.StartOrder start = startOrder(order, spool, talk, conversation != null);
    PaneStart usual = driver.prepare(start);
    ChannelLife life =
        new ChannelLife(
            agent.project(),
            agent.role(),
            order.incarnation(),
            Path.of(order.worktree().path()),
            place,
            byChannel ? driver.wiring(start) : Wiring.TERMINAL,
            talk);
    Wired wired = wired(life, usual, conversation == null ? words : words.none());
    String driverName = order.role().program().driver();
    kept.note(new LifeFolder.KeptLife(wired.life, driverName, conversation != null));
    if (driver.namesConversation()) {
      kept.keep(new LifeFolder.Conversation(talk, driverName, order.worktree().path()));
    }
    return new Opened(window(order, wired.start, spool), wired.life, wired.fellBack);
  }

  private record Wired(ChannelLife life, PaneStart start, String fellBack) {}

  private Wired wired(ChannelLife life, PaneStart usual, FirstWords words)
      throws InterruptedException {
    Wiring wiring = life.wiring();
    Optional<ChannelOpener> opener = openers.of(wiring.kind());
    if (opener.isEmpty()) {
      return new Wired(life.with(Wiring.TERMINAL), prompted(life, usual, words), null);
    }
    try {
      versions.require(usual, wiring.since());
      PaneStart start = opener.get().prepare(life, usual);
      boolean terminalProgram = wiring.kind() == ChannelKind.CLAUDE_SOCKET;
      return new Wired(life, terminalProgram ? prompted(life, start, words) : start, null);
    } catch (ChannelFailure e) {
      return new Wired(life.with(Wiring.TERMINAL), prompted(life, usual, words), e.getMessage());
    }
  }

  private static PaneStart prompted(ChannelLife life, PaneStart start, FirstWords words) {
    return words
        .prompt()
        .map(text -> StartPrompt.with(start, life.folder(), words.before().get(), text))
        .orElse(start);
  }

  private Pane window(LaunchOrder order, PaneStart start, Path spool) {
    String session = session(order);
    // What the truth knows is of other lives; those of an earlier orchestration had higher numbers.
    host.truth().forget(order.project(), order.role().name());
    host.truth().expect(expected(order));
    Map<String, String> variables = new HashMap<>(variables(order, spool));
    variables.putAll(start.environment());
    Pane pane =
        host.tmux()
            .newWindow(
                session,
                new NewWindow(
                    order.role().name(),
                    order.worktree().path(),
                    start.command(),
                    variables,
                    marks(order)));
    host.truth().expect(expected(order));
    return pane;
  }

  private String session(LaunchOrder order) {
    return host.tmux()
        .session(order.project())
        .orElseGet(
            () ->
                room.sessions()
                    .open(
                        new SessionOrder(
                            order.project(), order.repository().directory(), order.windows())));
  }

  private Driver.StartOrder startOrder(
      LaunchOrder order, Path spool, String conversation, boolean resumes) {
    return new Driver.StartOrder(
        order.project(),
        order.role().name(),
        order.incarnation(),
        order.role().program(),
        Path.of(order.worktree().path()),
        host.folders().state(),
        spool,
        variables(order, spool),
        driverNames(order) ? conversation : null,
        resumes);
  }

  private boolean driverNames(LaunchOrder order) {
    return host.driver(order.role()).namesConversation();
  }

  private Map<String, String> variables(LaunchOrder order, Path spool) {
    return environment.of(order.project(), order.role().name(), order.incarnation(), spool);
  }

  private static Map<String, String> marks(LaunchOrder order) {
    return Map.of(
        "@orc_project", order.project(),
        "@orc_role", order.role().name(),
        "@orc_incarnation", Integer.toString(order.incarnation()));
  }

  Expected expected(LaunchOrder order) {
    return new Expected(
        order.project(),
        order.role().name(),
        order.incarnation(),
        order.role().program().driver(),
        order.worktree().path(),
        order.repository().head());
  }
}
