package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities;
import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.SessionActivities;
import dev.orc.workflows.activities.WatchActivities;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Sighting;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A host made of maps: it follows the contracts of the activity interfaces, remembers what it was
 * asked, and tests change its world. A watch that has nothing to say asks to be tried again later,
 * so that the test's time can pass. Thread-safe.
 */
final class FakeHost
    implements AgentActivities,
        WatchActivities,
        RepositoryActivities,
        SessionActivities,
        NoticeActivities {
  final Map<String, FakeAgent> agents = new LinkedHashMap<>();
  final List<LaunchOrder> launches = new ArrayList<>();
  final List<IntegrationOrder> integrations = new ArrayList<>();
  final List<CloseOrder> closings = new ArrayList<>();
  final List<DismissOrder> dismissed = new ArrayList<>();
  final List<Need> told = new ArrayList<>();
  final List<String> brought = new ArrayList<>();
  final Set<String> journal = new LinkedHashSet<>();
  final Deque<Integration> integrationAnswers = new ArrayDeque<>();
  final Map<String, List<String>> dirty = new LinkedHashMap<>();
  final List<String> opened = new ArrayList<>();
  final Set<String> gone = new LinkedHashSet<>();
  final Map<String, Integer> ahead = new LinkedHashMap<>();
  boolean leavesLateWork;
  String head = "1".repeat(40);
  int sessionsOpened;
  boolean session;
  String completionFile;
  Instant completionFileAt;
  Duration watchStep = Duration.ofSeconds(2);
  Consumer<Object> before = order -> {};
  Function<LaunchOrder, Launched> launcher = this::launchReady;
  Function<DeliveryOrder, Receipt> postman = this::bring;

  private final LongSupplier clock;

  FakeHost(LongSupplier clock) {
    this.clock = clock;
  }

  /** Changes the world. */
  synchronized void world(Consumer<FakeHost> change) {
    change.accept(this);
  }

  synchronized <T> T see(Function<FakeHost, T> look) {
    return look.apply(this);
  }

  synchronized void agent(String role, Consumer<FakeAgent> change) {
    change.accept(agents.get(role));
  }

  synchronized List<String> textsTo(String role) {
    return mailOf(role).stream().map(m -> m.text() == null ? m.file() : m.text()).toList();
  }

  synchronized List<Message> mailOf(String role) {
    return agents.containsKey(role) ? List.copyOf(agents.get(role).got) : List.of();
  }

  static ApplicationFailure refusal(String what) {
    return ApplicationFailure.newNonRetryableFailure(what, "Refused", "do it otherwise", 5);
  }

  /** Lets the test's time pass until the activity is tried again. */
  static ApplicationFailure later(String what, Duration wait) {
    return ApplicationFailure.newBuilder()
        .setMessage(what)
        .setType("Later")
        .setNextRetryDelay(wait)
        .build();
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.getAsLong());
  }

  @Override
  public synchronized Repository prepare(PrepareOrder order) {
    before.accept(order);
    return new Repository(order.directory(), "main", "0".repeat(40));
  }

  @Override
  public synchronized Worktree openWorktree(WorktreeOrder order) {
    before.accept(order);
    opened.add(order.role());
    gone.remove(order.role());
    String path = order.repository().directory() + "-tmux-worktrees/" + order.role();
    return new Worktree(order.role(), path, order.branchPrefix() + order.project(), "plain");
  }

  @Override
  public synchronized String open(SessionOrder order) {
    before.accept(order);
    sessionsOpened++;
    session = true;
    return "$" + sessionsOpened;
  }

  @Override
  public synchronized Launched launch(LaunchOrder order) {
    before.accept(order);
    launches.add(order);
    return launcher.apply(order);
  }

  Launched launchReady(LaunchOrder order) {
    return launchAs(order, Condition.READY, null, null);
  }

  Launched launchAs(LaunchOrder order, Condition condition, String detail, Instant resetsAt) {
    FakeAgent agent = agents.computeIfAbsent(order.role().name(), FakeAgent::new);
    agent.incarnation = order.incarnation();
    agent.condition = condition;
    agent.detail = detail;
    agent.resetsAt = resetsAt;
    agent.outputAt = now();
    agent.deferred = false;
    agent.broken = null;
    String brief = "/briefs/" + agent.role + "-" + agent.incarnation + ".md";
    return new Launched(
        agent.incarnation, "@1", "%1", 42, condition, detail, resetsAt, brief, false, false, false);
  }

  @Override
  public synchronized Receipt deliver(DeliveryOrder order) {
    before.accept(order);
    return postman.apply(order);
  }

  Receipt bring(DeliveryOrder order) {
    FakeAgent agent = agents.get(order.role().name());
    Message message = order.message();
    if (agent.incarnation != order.incarnation() || !agent.condition.alive() || !session) {
      return new Receipt(message.id(), Delivery.GONE, Condition.EXITED, null, null, null);
    }
    boolean limitOver = agent.resetsAt != null && !now().isBefore(agent.resetsAt);
    boolean open =
        agent.condition == Condition.READY
            || (agent.condition == Condition.BUSY && message.urgent())
            || (agent.condition == Condition.LIMITED && message.urgent() && limitOver);
    if (!open) {
      agent.deferred = true;
      return new Receipt(
          message.id(), Delivery.DEFERRED, agent.condition, null, agent.resetsAt, agent.detail);
    }
    if (agent.draft != null) {
      agent.deferred = false;
      return new Receipt(message.id(), Delivery.DEFERRED, agent.condition, null, null, agent.draft);
    }
    if (agent.condition == Condition.LIMITED) {
      agent.condition = Condition.BUSY;
    }
    agent.broken = null;
    if (journal.add(message.id())) {
      agent.got.add(message);
      brought.add(message.id());
    }
    return new Receipt(message.id(), Delivery.DELIVERED, agent.condition, now(), null, null);
  }

  @Override
  public synchronized void dismiss(DismissOrder order) {
    before.accept(order);
    dismissed.add(order);
    agents.get(order.role()).condition = Condition.MISSING;
  }

  @Override
  public synchronized HostView watch(WatchOrder order) {
    before.accept(order);
    if (!differs(order) && now().isBefore(order.until())) {
      Activity.getExecutionContext().heartbeat(null);
      Duration left = Duration.between(now(), order.until());
      throw later("nothing to say yet", left.compareTo(watchStep) < 0 ? left : watchStep);
    }
    return view(order);
  }

  private boolean differs(WatchOrder order) {
    boolean anew = completionFileAt != null && !completionFileAt.equals(order.completionFileAt());
    boolean file =
        completionFile != null && (anew || !completionFile.equals(order.completionFile()));
    return !session || file || order.beliefs().stream().anyMatch(b -> differs(order, b));
  }

  private boolean differs(WatchOrder order, Belief belief) {
    FakeAgent agent = agents.get(belief.role());
    if (agent == null || agent.incarnation != belief.incarnation()) {
      return false;
    }
    boolean brokenAnew =
        (agent.condition != Condition.LIMITED || belief.brokenAt() != null)
            && !Objects.equals(agent.broken == null ? null : agent.broken.at(), belief.brokenAt());
    boolean commits = agent.commits > belief.commits() && !now().isBefore(order.commitsAfter());
    boolean ready = agent.condition == Condition.READY && agent.deferred;
    return commits || ready || brokenAnew || coarse(agent.condition) != coarse(belief.condition());
  }

  private static Condition coarse(Condition condition) {
    return condition == Condition.BUSY ? Condition.READY : condition;
  }

  private HostView view(WatchOrder order) {
    List<Sighting> sightings = new ArrayList<>();
    for (Belief belief : order.beliefs()) {
      FakeAgent agent = agents.get(belief.role());
      if (agent.condition == Condition.READY) {
        agent.deferred = false;
      }
      Condition condition = session ? agent.condition : Condition.MISSING;
      sightings.add(
          new Sighting(
              agent.role,
              agent.incarnation,
              condition,
              now(),
              "@1",
              "%1",
              null,
              agent.detail,
              agent.resetsAt,
              agent.commits,
              agent.committedAt,
              agent.outputAt,
              agent.broken));
    }
    return new HostView(now(), session, sightings, completionFile, completionFileAt);
  }

  @Override
  public synchronized List<WorktreeState> inspect(InspectOrder order) {
    before.accept(order);
    return order.worktrees().stream()
        .map(
            tree ->
                new WorktreeState(
                    tree.role(),
                    tree.path(),
                    tree.branch(),
                    head,
                    !gone.contains(tree.role()),
                    dirty.getOrDefault(tree.role(), List.of()),
                    ahead.getOrDefault(tree.role(), 0),
                    0,
                    agents.containsKey(tree.role()) ? agents.get(tree.role()).commits : 0))
        .toList();
  }

  @Override
  public synchronized Integration integrate(IntegrationOrder order) {
    before.accept(order);
    integrations.add(order);
    if (!session && !leavesLateWork) {
      ahead.clear();
    }
    if (!integrationAnswers.isEmpty()) {
      return integrationAnswers.poll();
    }
    List<String> roles = order.worktrees().stream().map(Worktree::role).toList();
    return new Integration(true, "2".repeat(40), "backup-1", roles, List.of(), null, null);
  }

  @Override
  public synchronized String close(CloseOrder order) {
    before.accept(order);
    closings.add(order);
    session = false;
    return "/state/projects/" + order.project() + "/summary.md";
  }

  @Override
  public synchronized void tell(Need need) {
    before.accept(need);
    told.add(need);
  }
}
