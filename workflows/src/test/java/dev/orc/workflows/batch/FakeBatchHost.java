package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities;
import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Team;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A host that plans what tests tell it, looks at the real runs, and remembers what it was asked.
 * Thread-safe.
 */
final class FakeBatchHost implements BatchActivities, NoticeActivities {
  private static final Room ENOUGH = new Room(true, null, 9, 1, 9, 1);
  private static final Team TEAM =
      new Team(
          "code_project",
          List.of(
              new Role("lead", "Leads.", true, 0, "", List.of(), List.of(), Program.of("fake"))));

  final List<PlanOrder> planned = new ArrayList<>();
  final List<RoomOrder> rooms = new ArrayList<>();
  final List<List<LookOrder>> looks = new ArrayList<>();
  final List<ResearchOrder> researched = new ArrayList<>();
  final List<EnhanceOrder> enhanced = new ArrayList<>();
  final List<FakeProject.Life> lives = new ArrayList<>();
  final List<Need> told = new ArrayList<>();
  final Map<String, List<Play>> plays = new HashMap<>();
  Consumer<Object> before = order -> {};
  Function<RoomOrder, Room> room = order -> ENOUGH;
  Function<ResearchOrder, Play> researcher = order -> null;

  private final Function<PlanOrder, Play> player;
  private WorkflowClient client;
  private Orphans orphans;

  FakeBatchHost() {
    this.player = this::scripted;
  }

  FakeBatchHost(Function<PlanOrder, Play> player) {
    this.player = player;
  }

  Room enough() {
    return ENOUGH;
  }

  void begin(WorkflowClient temporal, Orphans reminder) {
    client = temporal;
    orphans = reminder;
  }

  /** The plays of a project's tries; the last one for all that follow. */
  synchronized void play(String project, Play... tries) {
    plays.put(project, List.of(tries));
  }

  /** One of the lists of what was asked, as it is now. */
  synchronized <T> List<T> asked(Function<FakeBatchHost, List<T>> list) {
    return List.copyOf(list.apply(this));
  }

  /** Looks at the world. */
  synchronized <T> T see(Function<FakeBatchHost, T> look) {
    return look.apply(this);
  }

  /** Changes the world. */
  synchronized void world(Consumer<FakeBatchHost> change) {
    change.accept(this);
  }

  synchronized void lived(FakeProject.Life life) {
    lives.add(life);
    orphans.ends(life.run(), life.parent());
  }

  static String slug(StartRequest start) {
    return start.project().substring(start.project().lastIndexOf('/') + 1);
  }

  @Override
  public Planned plan(PlanOrder order) {
    remember(planned, order);
    return planned(slug(order.start()), order.start(), player.apply(order));
  }

  @Override
  public Room room(RoomOrder order) {
    remember(rooms, order);
    return see(host -> host.room).apply(order);
  }

  @Override
  public List<Standing> look(List<LookOrder> orders) {
    remember(looks, orders);
    return orders.stream().map(this::standing).toList();
  }

  @Override
  public ResearchPlan research(ResearchOrder order) {
    remember(researched, order);
    Play play = see(host -> host.researcher).apply(order);
    String analysis = "/research/" + order.item() + "-" + order.attempt() + ".md";
    if (play == null) {
      return new ResearchPlan(analysis, null, null, "no agent program");
    }
    Planned plan = planned(slug(order.start()) + "-research", order.start(), play);
    return new ResearchPlan(analysis, analysis + ".findings", plan, null);
  }

  @Override
  public Enhanced enhance(EnhanceOrder order) {
    remember(enhanced, order);
    String source = order.findings() == null ? "analysis" : "agent";
    String spec = "/enhanced/" + order.item() + "-" + order.attempt() + ".md";
    return new Enhanced(spec, 2, source, "the first finding");
  }

  @Override
  public void tell(Need need) {
    remember(told, need);
  }

  private <T> void remember(List<T> list, T order) {
    see(host -> host.before).accept(order);
    synchronized (this) {
      list.add(order);
    }
  }

  private synchronized Play scripted(PlanOrder order) {
    List<Play> tries = plays.getOrDefault(slug(order.start()), List.of(Play.DONE));
    return tries.get(Math.min(order.attempt(), tries.size()) - 1);
  }

  static Planned planned(String slug, StartRequest start, Play play) {
    Spec spec = new Spec(slug, start.spec(), "d", play.goal(), List.of(), List.of());
    ProjectSettings settings = ProjectSettings.DEFAULTS;
    return new Planned(
        slug, BatchFlow.HOST, start.project(), spec, TEAM, settings, List.of(), null, null);
  }

  private Standing standing(LookOrder order) {
    WorkflowExecution execution =
        WorkflowExecution.newBuilder()
            .setWorkflowId(TaskQueues.workflowId(order.project()))
            .setRunId(order.runId())
            .build();
    WorkflowStub run = client.newUntypedWorkflowStub(execution, Optional.empty());
    WorkflowExecutionStatus status = run.describe().getStatus();
    boolean running = status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    boolean completed = status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
    String ended = status.name().substring("WORKFLOW_EXECUTION_STATUS_".length());
    Outcome outcome = completed ? run.getResult(Outcome.class) : null;
    return new Standing(order.project(), order.runId(), running, running ? null : ended, outcome);
  }
}
