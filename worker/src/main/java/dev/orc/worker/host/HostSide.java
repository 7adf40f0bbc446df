package dev.orc.worker.host;

import dev.orc.activities.start.Plan;
import dev.orc.activities.watch.HostTruth;
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
import java.util.List;

/** What the worker needs of the host floor. Thread-safe. */
public interface HostSide extends AutoCloseable {
  /** The implementations that serve the host's task queue. */
  List<Object> activities();

  HostTruth truth();

  String tmuxVersion();

  /** Name of the tmux socket, as {@code tmux -L} takes it. */
  String tmuxSocket();

  /** Whether the control-mode connection is up. */
  boolean tmuxControlled();

  /** The screen of a pane, text cleaned. */
  String screen(String pane);

  /** What would be started; nothing is changed to find it out. */
  Plan plan(StartRequest request);

  /** What specs there are behind the paths, and what is wrong with them; changes nothing. */
  SpecsReport specs(SpecsRequest request);

  /**
   * Makes what the plan takes for granted: a new repository, and the spec where the orchestration
   * will look for it.
   */
  void keep(Plan plan);

  /** The team that a project would get; nothing is changed to find it out. */
  TeamPlan teamPlan(TeamRequest request);

  /** The roles that are asked for, as the host's library knows them. */
  List<Role> addedRoles(ProjectStatus status, TeamAddition asked);

  /** The message as history may hold it: a long text goes into a file of the host. */
  Message keepText(String project, Message message);

  List<WorktreeState> worktrees(ProjectStatus status);

  /**
   * Removes worktrees whose work is merged; answers those.
   *
   * @param open every orchestration that runs; what they work in stays
   */
  List<WorktreeState> prune(ProjectStatus status, List<ProjectStatus> open);

  /** What batches need. */
  BatchSide batches();

  /**
   * The roles that a team can be made of.
   *
   * @param project absolute path of the directory whose own roles count too; empty for none
   */
  List<RoleCard> roles(String project);

  /**
   * What a role would be told in a sample orchestration, in Markdown.
   *
   * @param spec absolute path of the document that it would work on; empty for none
   */
  String brief(String role, String project, String spec);

  /** A role as a file that people can begin their own with. */
  String roleFile(String role, String project);

  /** One line of the audit log. */
  void audit(AuditEntry entry);

  @Override
  void close();

  /**
   * A request that wanted to change something.
   *
   * @param what as {@code messages} or {@code stop}
   * @param id the request's own
   * @param outcome {@code accepted}, {@code repeated}, or the refusal in one line
   */
  record AuditEntry(
      String project, String by, String what, String id, String outcome, long milliseconds) {}
}
