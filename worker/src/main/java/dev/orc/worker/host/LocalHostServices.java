package dev.orc.worker.host;

import dev.orc.activities.HostComponents;
import dev.orc.activities.agent.watch.FormerLives;
import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.start.ForetoldProjects;
import dev.orc.activities.plan.start.KeptStarts.KeptStart;
import dev.orc.activities.plan.start.Plan;
import dev.orc.activities.retry.research.IntegrationKeeper;
import dev.orc.activities.tell.audit.AuditEvent;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.LedRequest;
import dev.orc.workflows.model.LedSpecs;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.NoticeStatus;
import dev.orc.workflows.model.NoticeTest;
import dev.orc.workflows.model.OpenQuestion;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.ProjectSummary;
import dev.orc.workflows.model.RepositoryTrust;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleCard;
import dev.orc.workflows.model.SpecDraft;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.SyncStatus;
import dev.orc.workflows.model.TeamAddition;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.TrustRequest;
import dev.orc.workflows.model.TypeCard;
import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real host floor, as the worker needs it. Thread-safe. */
public final class LocalHostServices implements HostServices {
  private final HostComponents floor;
  private final String tmuxSocket;
  private final BatchServices batches;

  private LocalHostServices(HostComponents floor, String tmuxSocket, BatchServices batches) {
    this.floor = floor;
    this.tmuxSocket = tmuxSocket;
    this.batches = batches;
  }

  public static LocalHostServices open(
      HostFolders folders, Config config, Map<String, String> environment) {
    HostComponents floor =
        HostComponents.open(folders, config, OrcProgram.find(folders, environment));
    return new LocalHostServices(
        floor, config.tmux().socket(), new LocalBatchServices(floor, folders, config.queue()));
  }

  @Override
  public List<Object> activities() {
    return floor.activities();
  }

  @Override
  public HostTruth truth() {
    return floor.truth();
  }

  @Override
  public String tmuxVersion() {
    return floor.tmux().version();
  }

  @Override
  public String tmuxSocket() {
    return tmuxSocket;
  }

  @Override
  public boolean tmuxControlled() {
    return floor.tmux().controlled();
  }

  @Override
  public Optional<OpenQuestion> question(AgentName agent) {
    return floor.agents().question(agent);
  }

  @Override
  public AnswerTaken answer(AgentName agent, AnswerRequest request) {
    try {
      return floor.agents().answer(agent, request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.Kind.FAILED, "interrupted while answering", "try again");
    }
  }

  @Override
  public String screen(String pane) {
    return CleanText.forTerminal(floor.tmux().screen(pane));
  }

  @Override
  public Plan plan(StartRequest request) {
    return floor.startPlanner().plan(request);
  }

  @Override
  public SpecsReport specs(SpecsRequest request) {
    SpecsReport report = floor.specCatalog().report(request);
    return request.newProject() == null
        ? report
        : new ForetoldProjects(floor.newProjects()).of(report, request.newProject());
  }

  @Override
  public void keep(Plan plan) {
    floor.startPlanner().keep(plan);
  }

  @Override
  public RepositoryTrust trust(TrustRequest request) {
    return floor.trusts().of(request);
  }

  @Override
  public RepositoryTrust allow(TrustRequest request) {
    return floor.trusts().allow(request);
  }

  @Override
  public RepositoryTrust revoke(TrustRequest request) {
    return floor.trusts().revoke(request);
  }

  @Override
  public Optional<KeptStart> keptStart(String project) {
    return floor.keptStarts().of(project);
  }

  @Override
  public boolean unfinished(String project) {
    return floor
        .keptStarts()
        .keptAt(project)
        .filter(
            started ->
                floor
                    .completed()
                    .all(one -> one.project().equals(project) && one.endedAt().isAfter(started))
                    .isEmpty())
        .isPresent();
  }

  @Override
  public List<FormerLife> formerLives(String project) {
    return FormerLives.of(project, floor.tmux().panes());
  }

  @Override
  public TeamPlan teamPlan(TeamRequest request) {
    return floor.teamPlanning().plan(request);
  }

  @Override
  public List<Role> addedRoles(ProjectStatus status, TeamAddition asked) {
    floor.trusts().requireConfiguration(Path.of(status.directory()));
    List<String> present = status.agents().stream().map(AgentStatus::role).toList();
    return floor.addedRoles().of(Path.of(status.directory()), present, asked);
  }

  @Override
  public Message keepText(String project, Message message) {
    return floor.messageTexts().stored(project, message);
  }

  @Override
  public List<WorktreeState> worktrees(ProjectStatus status) {
    return floor.worktrees().states(Path.of(status.directory()), status.branch());
  }

  @Override
  public List<WorktreeState> prune(ProjectStatus status, List<ProjectStatus> open) {
    InUse inUse = new InUse(status.directory(), open);
    return floor.worktrees().prune(Path.of(status.directory()), status.branch(), inUse);
  }

  @Override
  public List<BranchDiff> diffs(ProjectStatus status, String role) {
    return floor
        .branchDiffs()
        .of(
            status.project(),
            Path.of(status.directory()),
            status.branch(),
            RoleWorktrees.of(status, role));
  }

  @Override
  public List<BranchPatch> patches(ProjectStatus status, String role) {
    return floor
        .branchDiffs()
        .patches(
            status.project(),
            Path.of(status.directory()),
            status.branch(),
            RoleWorktrees.of(status, role));
  }

  @Override
  public SyncStatus sync(ProjectStatus status) {
    return floor
        .branchSync()
        .of(
            status.project(),
            Path.of(status.directory()),
            status.branch(),
            RoleWorktrees.of(status, ""))
        .withOver(status.over());
  }

  @Override
  public Optional<IntegrationKeeper.Kept> integration(String project) {
    return floor.integrations().last(project);
  }

  @Override
  public Optional<ProjectSummary> summary(String project) {
    return floor.summaries().last(project);
  }

  @Override
  public ProjectSummary summary(ProjectStatus status, List<TimelineEntry> timeline) {
    return floor.summaries().now(status, timeline, Instant.now());
  }

  @Override
  public void tell(Need need) {
    floor.notices().tell(need);
  }

  @Override
  public void close(CloseOrder order) {
    var unused = floor.sessions().close(order);
  }

  @Override
  public List<NoticeStatus> notices() {
    return floor.notices().all();
  }

  @Override
  public List<NoticeTest> testNotices() {
    try {
      return floor.notices().test();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.Kind.FAILED, "interrupted while telling", "try again");
    }
  }

  @Override
  public List<RoleCard> roles(String project) {
    return floor.roleAnswers().cards(project);
  }

  @Override
  public LedSpecs led(LedRequest request) {
    return floor.ledPhases().of(request);
  }

  @Override
  public SpecDraft draft(DraftRequest request) {
    return floor.specDrafts().of(request);
  }

  @Override
  public List<TypeCard> types(String project) {
    return floor.roleAnswers().types(project);
  }

  @Override
  public String brief(String role, String project, String spec) {
    return floor.roleAnswers().brief(role, project, spec);
  }

  @Override
  public String roleFile(String role, String project) {
    return floor.roleAnswers().file(role, project);
  }

  @Override
  public BatchServices batches() {
    return batches;
  }

  @Override
  public void audit(AuditEntry entry) {
    floor
        .audit()
        .write(
            new AuditEvent(
                Instant.now(),
                entry.project(),
                entry.what(),
                entry.id(),
                entry.by(),
                null,
                entry.outcome(),
                entry.milliseconds(),
                null));
  }

  @Override
  public void close() {
    floor.close();
  }
}
