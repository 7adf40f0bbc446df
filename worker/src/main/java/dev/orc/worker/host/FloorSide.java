package dev.orc.worker.host;

import dev.orc.activities.HostFloor;
import dev.orc.activities.audit.AuditEvent;
import dev.orc.activities.config.Config;
import dev.orc.activities.start.Plan;
import dev.orc.activities.text.CleanText;
import dev.orc.activities.watch.HostTruth;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleCard;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamAddition;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The real host floor, as the worker needs it. Thread-safe. */
public final class FloorSide implements HostSide {
  private final HostFloor floor;
  private final String tmuxSocket;
  private final BatchSide batches;

  private FloorSide(HostFloor floor, String tmuxSocket, BatchSide batches) {
    this.floor = floor;
    this.tmuxSocket = tmuxSocket;
    this.batches = batches;
  }

  public static FloorSide open(
      HostFolders folders, Config config, Map<String, String> environment) {
    HostFloor floor = HostFloor.open(folders, config, Launcher.find(folders, environment));
    return new FloorSide(
        floor, config.tmux().socket(), new FloorBatches(floor, folders, config.queue()));
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
  public String screen(String pane) {
    return CleanText.forTerminal(floor.tmux().screen(pane));
  }

  @Override
  public Plan plan(StartRequest request) {
    return floor.startPlanner().plan(request);
  }

  @Override
  public SpecsReport specs(SpecsRequest request) {
    return floor.specCatalog().report(request);
  }

  @Override
  public void keep(Plan plan) {
    floor.startPlanner().keep(plan);
  }

  @Override
  public TeamPlan teamPlan(TeamRequest request) {
    return floor.teamPlanning().plan(request);
  }

  @Override
  public List<Role> addedRoles(ProjectStatus status, TeamAddition asked) {
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
  public BatchSide batches() {
    return batches;
  }

  @Override
  public List<RoleCard> roles(String project) {
    return floor.roleDesk().cards(project);
  }

  @Override
  public String brief(String role, String project, String spec) {
    return floor.roleDesk().brief(role, project, spec);
  }

  @Override
  public String roleFile(String role, String project) {
    return floor.roleDesk().file(role, project);
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
