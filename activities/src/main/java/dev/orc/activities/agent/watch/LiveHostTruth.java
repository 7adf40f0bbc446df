package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.git.Commits;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The host's truth, kept by three threads: one for panes and screens, one for what hooks write, one
 * for commits. All of it can be read anew from tmux, the spool and git after a restart.
 * Thread-safe.
 */
public final class LiveHostTruth implements HostTruth, AutoCloseable {
  private final HostFolders folders;
  private final Function<String, Optional<Driver>> drivers;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<AgentName, AgentTruth> agents = new ConcurrentHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final PaneWatch panes;
  private final SpoolWatch spools;
  private final CommitWatch commits;

  /**
   * @param drivers by name
   * @param zone in which agents' programs print times of day
   */
  public LiveHostTruth(
      Tmux tmux,
      Function<String, Optional<Driver>> drivers,
      Commits commits,
      HostFolders folders,
      Clock clock,
      ZoneId zone) {
    this.folders = folders;
    this.drivers = drivers;
    this.clock = clock;
    this.zone = zone;
    this.panes = new PaneWatch(tmux, this);
    this.spools = new SpoolWatch(folders.state().resolve("spool"), this);
    this.commits = new CommitWatch(commits, this);
  }

  /** Starts to look; the first look at the panes is over when this returns. */
  public LiveHostTruth start() {
    panes.start();
    spools.start();
    commits.start();
    return this;
  }

  @Override
  public HostView view(String project) {
    List<Sighting> sightings =
        agentsOf(project).stream().flatMap(agent -> agent.sighting().stream()).toList();
    return new HostView(now(), panes.sessionPresent(project), sightings, null);
  }

  @Override
  public Optional<Sighting> sighting(String project, String role) {
    return find(project, role).flatMap(AgentTruth::sighting);
  }

  /** What the agents of a project have used, by role, as far as their programs say. */
  public Map<String, Long> tokens(String project) {
    Map<String, Long> tokens = new LinkedHashMap<>();
    agents.forEach(
        (name, agent) -> {
          if (name.project().equals(project) && agent.tokens() > 0) {
            tokens.put(name.role(), agent.tokens());
          }
        });
    return tokens;
  }

  @Override
  public Optional<String> driver(String project, String role) {
    return find(project, role).flatMap(AgentTruth::driverName);
  }

  @Override
  public Optional<Sighting> await(
      String project, String role, Predicate<Sighting> until, Duration atMost)
      throws InterruptedException {
    return agent(new AgentName(project, role)).await(until, atMost);
  }

  @Override
  public Optional<Instant> awaitReceipt(
      String project, String role, int incarnation, String messageId, Duration atMost)
      throws InterruptedException {
    AgentTruth agent = agent(new AgentName(project, role));
    drain(agent);
    return agent.awaitReceipt(incarnation, messageId, atMost);
  }

  @Override
  public boolean hooksHeard(String project, String role, int incarnation) {
    return find(project, role).map(agent -> agent.hooksHeard(incarnation)).orElse(false);
  }

  @Override
  public void expect(Expected agent) {
    expect(agent, true);
  }

  /** Says that there should be an agent, whose window was opened long ago. */
  void remember(Expected agent) {
    expect(agent, false);
  }

  private void expect(Expected expected, boolean launching) {
    AgentName name = new AgentName(expected.project(), expected.role());
    Driver driver =
        expected.driver() == null ? null : drivers.apply(expected.driver()).orElse(null);
    AgentTruth agent = agent(name);
    spools.look(expected.project());
    tell(agent, agent.expect(expected, driver, launching, now()));
    drain(agent);
    panes.wake();
  }

  @Override
  public void heard(String project, String role, int incarnation, ProgramEvent event) {
    find(project, role).ifPresent(agent -> tell(agent, agent.heard(incarnation, event, now())));
  }

  @Override
  public List<Question> questions(String project, String role, int incarnation) {
    return find(project, role).map(agent -> agent.questions(incarnation)).orElse(List.of());
  }

  @Override
  public void deferred(String project, String role, Deferral reason, String why) {
    AgentTruth agent = agent(new AgentName(project, role));
    agent.deferred(reason, why, now());
    tell(agent, reason != Deferral.NONE);
  }

  @Override
  public void forget(String project, String role) {
    agents
        .keySet()
        .removeIf(
            name -> name.project().equals(project) && (role == null || name.role().equals(role)));
    if (agentsOf(project).isEmpty()) {
      spools.leave(project);
    }
  }

  /** Forgets those that are gone and that nobody has asked about for long. */
  void forgetAbandoned(Instant now) {
    agents.values().stream()
        .filter(agent -> agent.abandoned(now))
        .map(AgentTruth::name)
        .toList()
        .forEach(name -> forget(name.project(), name.role()));
  }

  /** Waits until the panes were read once more, a few seconds at most. */
  void refresh() throws InterruptedException {
    panes.awaitSweep(Duration.ofSeconds(3));
  }

  /** Calls with a project's slug whenever something about one of its agents has changed. */
  void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  void tell(AgentTruth agent, boolean changed) {
    if (changed) {
      tell(agent.name().project());
    }
  }

  void tell(String project) {
    listeners.forEach(listener -> listener.accept(project));
  }

  void drain(AgentTruth agent) {
    tell(agent, agent.drain(now(), zone));
  }

  Optional<AgentTruth> find(String project, String role) {
    return Optional.ofNullable(agents.get(new AgentName(project, role)));
  }

  AgentTruth agent(AgentName name) {
    return agents.computeIfAbsent(
        name,
        key ->
            new AgentTruth(
                key,
                folders.spool(key.project(), key.role()),
                folders.lives(key).resolve("condition")));
  }

  Collection<AgentTruth> agents() {
    return agents.values();
  }

  List<AgentTruth> agentsOf(String project) {
    return agents.values().stream()
        .filter(agent -> agent.name().project().equals(project))
        .sorted(Comparator.comparing(agent -> agent.name().role()))
        .toList();
  }

  Instant now() {
    return clock.instant();
  }

  ZoneId zone() {
    return zone;
  }

  @Override
  public void close() {
    commits.close();
    spools.close();
    panes.close();
  }
}
