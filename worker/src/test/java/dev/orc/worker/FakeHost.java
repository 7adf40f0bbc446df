package dev.orc.worker;

import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.spec.SpecCatalog;
import dev.orc.activities.plan.start.KeptStarts.KeptStart;
import dev.orc.activities.plan.start.Plan;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.retry.research.IntegrationKeeper;
import dev.orc.worker.host.BatchServices;
import dev.orc.worker.host.HostServices;
import dev.orc.workflows.activities.AgentActivities;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.ChangedFile;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.LedRequest;
import dev.orc.workflows.model.LedSpecs;
import dev.orc.workflows.model.MergeForecast;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.NoticeStatus;
import dev.orc.workflows.model.NoticeTest;
import dev.orc.workflows.model.OpenQuestion;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.ProjectSummary;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.RepositoryTrust;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleCard;
import dev.orc.workflows.model.Sighting;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.SpecDraft;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.SyncStatus;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamAddition;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.TeamWish;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.TrustRequest;
import dev.orc.workflows.model.TypeCard;
import dev.orc.workflows.model.WorktreeState;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host without tmux, git and agents: whatever is asked of it succeeds at once. Thread-safe. */
public final class FakeHost implements HostServices {
  public final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  public final List<String> delivered = new CopyOnWriteArrayList<>();
  public final List<Need> told = new CopyOnWriteArrayList<>();
  public final List<CloseOrder> closed = new CopyOnWriteArrayList<>();
  public final List<FormerLife> former = new CopyOnWriteArrayList<>();
  public final Map<String, OpenQuestion> asking = new ConcurrentHashMap<>();
  private final Map<String, KeptStart> kept = new ConcurrentHashMap<>();
  public final Map<String, IntegrationKeeper.Kept> integrations = new ConcurrentHashMap<>();
  public final Map<String, ProjectSummary> summaries = new ConcurrentHashMap<>();
  public final FakeBatches batches = new FakeBatches();
  private final String directory;

  /**
   * @param directory of every project that does not name one
   */
  public FakeHost(String directory) {
    this.directory = directory;
  }

  @Override
  public List<Object> activities() {
    return List.of(
        new Agents(),
        new FakeActivities.Repositories(),
        new FakeActivities.Sessions(),
        new FakeActivities.Watches(),
        new FakeActivities.Notices());
  }

  @Override
  public HostTruth truth() {
    return (HostTruth)
        Proxy.newProxyInstance(
            HostTruth.class.getClassLoader(),
            new Class<?>[] {HostTruth.class},
            (proxy, method, arguments) -> method.getName().equals("view") ? view() : null);
  }

  @Override
  public String tmuxVersion() {
    return "3.3a";
  }

  @Override
  public String tmuxSocket() {
    return "fake";
  }

  @Override
  public boolean tmuxControlled() {
    return true;
  }

  @Override
  public Optional<OpenQuestion> question(AgentName agent) {
    return Optional.ofNullable(asking.get(agent.toString()));
  }

  @Override
  public AnswerTaken answer(AgentName agent, AnswerRequest request) {
    OpenQuestion open = asking.remove(agent.toString());
    return new AnswerTaken(agent.role(), open.text(), request.answer());
  }

  @Override
  public String screen(String pane) {
    return "screen of " + pane;
  }

  @Override
  public Plan plan(StartRequest request) {
    if (request.spec() == null) {
      throw new Refusal(Refusal.Kind.USAGE, "no spec is named", "name one with --spec FILE");
    }
    String place = request.project() == null ? directory : request.project();
    return new Plan(
        request.name(),
        new Repository(place, "main", "0000"),
        new Spec("Shop", request.spec(), "d1", "a shop", List.of(), List.of()),
        planned(new Team("code_project", roles(request.team()))),
        ProjectSettings.DEFAULTS,
        null,
        List.of(),
        List.of(),
        null,
        List.of());
  }

  @Override
  public RepositoryTrust trust(TrustRequest request) {
    return new RepositoryTrust(request.directory(), List.of(), List.of());
  }

  @Override
  public RepositoryTrust allow(TrustRequest request) {
    return trust(request);
  }

  @Override
  public RepositoryTrust revoke(TrustRequest request) {
    return trust(request);
  }

  @Override
  public SpecsReport specs(SpecsRequest request) {
    return new SpecCatalog(Path.of("/nonexistent")).report(request);
  }

  @Override
  public void keep(Plan plan) {
    kept.put(plan.project(), KeptStart.of(plan));
  }

  @Override
  public Optional<KeptStart> keptStart(String project) {
    return Optional.ofNullable(kept.get(project));
  }

  @Override
  public boolean unfinished(String project) {
    return kept.containsKey(project)
        && closed.stream().noneMatch(order -> order.project().equals(project));
  }

  @Override
  public List<FormerLife> formerLives(String project) {
    return former;
  }

  @Override
  public TeamPlan teamPlan(TeamRequest request) {
    return planned(new Team("code_project", roles(request.team())));
  }

  @Override
  public Message keepText(String project, Message message) {
    return message;
  }

  @Override
  public List<WorktreeState> worktrees(ProjectStatus status) {
    return List.of(
        new WorktreeState("developer", "/w", "feature/x", "0000", true, List.of(), 0, 0));
  }

  @Override
  public List<BranchDiff> diffs(ProjectStatus status, String role) {
    ChangedFile file = new ChangedFile("a b.txt", null, "M", 2, 1, false);
    return List.of(
        new BranchDiff(role, "feature/" + status.project(), "0", "1", 1, List.of(file), null));
  }

  @Override
  public List<BranchPatch> patches(ProjectStatus status, String role) {
    return diffs(status, role).stream().map(diff -> new BranchPatch(diff, "@@ 1 @@")).toList();
  }

  @Override
  public SyncStatus sync(ProjectStatus status) {
    MergeForecast forecast = new MergeForecast("developer", null, List.of("a b.txt"), null);
    return new SyncStatus(
        status.project(), "main", "0", status.over(), List.of(), List.of(forecast), null);
  }

  @Override
  public Optional<IntegrationKeeper.Kept> integration(String project) {
    return Optional.ofNullable(integrations.get(project));
  }

  @Override
  public Optional<ProjectSummary> summary(String project) {
    return Optional.ofNullable(summaries.get(project));
  }

  @Override
  public ProjectSummary summary(ProjectStatus status, List<TimelineEntry> timeline) {
    String text = "# " + status.project() + ", " + timeline.size() + " entries";
    return new ProjectSummary(status.project(), status.phase(), Instant.EPOCH, null, text);
  }

  @Override
  public List<NoticeStatus> notices() {
    Need need = new Need("gone/developer", "shop", "developer", "gone", "look", Instant.EPOCH);
    return List.of(new NoticeStatus(need, Instant.EPOCH, List.of("email")));
  }

  @Override
  public List<NoticeTest> testNotices() {
    return List.of(new NoticeTest("email", "no such server"), new NoticeTest("webhook", null));
  }

  @Override
  public List<WorktreeState> prune(ProjectStatus status, List<ProjectStatus> open) {
    return List.of();
  }

  @Override
  public List<RoleCard> roles(String project) {
    return RoleLibrary.of(roleFolders(), optional(project)).cards();
  }

  @Override
  public LedSpecs led(LedRequest request) {
    return new LedSpecs(directory, request.spec(), "kit", List.of());
  }

  @Override
  public SpecDraft draft(DraftRequest request) {
    return new SpecDraft(request.directory(), "/draft.md", "GOAL: x", List.of());
  }

  @Override
  public List<TypeCard> types(String project) {
    return List.of();
  }

  @Override
  public String brief(String role, String project, String spec) {
    RoleLibrary.of(roleFolders(), optional(project)).require(role);
    return "brief of " + role + " on " + spec;
  }

  @Override
  public String roleFile(String role, String project) {
    return "file of " + role;
  }

  private HostFolders roleFolders() {
    return HostFolders.of(Map.of("ORC_HOME", directory));
  }

  private static Optional<Path> optional(String project) {
    return project.isEmpty() ? Optional.empty() : Optional.of(Path.of(project));
  }

  @Override
  public BatchServices batches() {
    return batches;
  }

  @Override
  public List<Role> addedRoles(ProjectStatus status, TeamAddition asked) {
    return asked.roles().stream()
        .map(
            name ->
                new Role(
                    name,
                    "Does its job.",
                    false,
                    0,
                    name + "/",
                    List.of(),
                    List.of(),
                    asked.startsAfter(),
                    null,
                    asked.task(),
                    Program.of(asked.driver() == null ? "scripted" : asked.driver())))
        .toList();
  }

  @Override
  public void audit(AuditEntry entry) {
    audited.add(entry);
  }

  @Override
  public void tell(Need need) {
    told.add(need);
  }

  @Override
  public void close(CloseOrder order) {
    closed.add(order);
  }

  @Override
  public void close() {}

  private static TeamPlan planned(Team team) {
    return new TeamPlan(
        team.type(), 1, List.of(), "small", null, "max5", 5, "planner", List.of(), List.of(), team);
  }

  private static List<Role> roles(TeamWish wish) {
    List<String> names =
        wish.roles().isEmpty() ? List.of("orchestrator", "developer") : wish.roles();
    return names.stream().map(name -> role(name, name.equals("orchestrator"))).toList();
  }

  private static Role role(String name, boolean leads) {
    return new Role(
        name, "works", leads, 0, "feature/", List.of(), List.of(), Program.of("scripted"));
  }

  private static HostView view() {
    return new HostView(Instant.now(), true, List.of(seen("developer", Condition.BUSY)), null);
  }

  private static Sighting seen(String role, Condition condition) {
    Instant now = Instant.now();
    return new Sighting(role, 1, condition, now, "@1", "%1", null, null, null, 1, now, now, null);
  }

  /** Agents that are ready at once and take every message. */
  public final class Agents implements AgentActivities {
    @Override
    public Launched launch(LaunchOrder order) {
      return new Launched(
          order.incarnation(),
          "@1",
          "%1",
          1,
          Condition.READY,
          null,
          null,
          "/brief",
          false,
          false,
          false);
    }

    @Override
    public Receipt deliver(DeliveryOrder order) {
      delivered.add(order.message().id());
      return new Receipt(
          order.message().id(), Delivery.DELIVERED, Condition.READY, Instant.now(), null, null);
    }

    @Override
    public void dismiss(DismissOrder order) {}
  }
}
