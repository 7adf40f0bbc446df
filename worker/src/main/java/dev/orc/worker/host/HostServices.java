package dev.orc.worker.host;

import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.activities.plan.start.KeptStarts.KeptStart;
import dev.orc.activities.plan.start.Plan;
import dev.orc.activities.retry.research.IntegrationKeeper;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.FormerLife;
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
import java.util.List;
import java.util.Optional;

/** What the worker needs of the host floor. Thread-safe. */
public interface HostServices extends AutoCloseable {
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

  /** What an agent asks now; empty when it asks nothing. */
  Optional<OpenQuestion> question(AgentName agent);

  /** Gives a person's answer to it. */
  AnswerTaken answer(AgentName agent, AnswerRequest request);

  /** What would be started; nothing is changed to find it out. */
  Plan plan(StartRequest request);

  /** What specs there are behind the paths, and what is wrong with them; changes nothing. */
  SpecsReport specs(SpecsRequest request);

  /**
   * Makes what the plan takes for granted: a new repository, and the spec where the orchestration
   * will look for it.
   */
  void keep(Plan plan);

  /** What a repository asks to have run here, and what of it nobody has allowed yet. */
  RepositoryTrust trust(TrustRequest request);

  /** Allows the request's lines. */
  RepositoryTrust allow(TrustRequest request);

  /** Takes back all that was allowed to a repository. */
  RepositoryTrust revoke(TrustRequest request);

  /** What a project was started with last on this host; empty when it never was. */
  Optional<KeptStart> keptStart(String project);

  /** Whether a project was started here and has not come to its end here since. */
  boolean unfinished(String project);

  /** What the host's windows show of a project's agents, whether or not anything leads them. */
  List<FormerLife> formerLives(String project);

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

  /**
   * What the branches of a project's roles would change in the starting branch.
   *
   * @param role whose alone; empty for all
   */
  List<BranchDiff> diffs(ProjectStatus status, String role);

  /** The same with their lines. */
  List<BranchPatch> patches(ProjectStatus status, String role);

  /** How the roles' branches stand to the starting branch and to each other. */
  SyncStatus sync(ProjectStatus status);

  /** What became of the project's last integration here; empty when there was none. */
  Optional<IntegrationKeeper.Kept> integration(String project);

  /** The story that was written at the project's last end here; empty when none was. */
  Optional<ProjectSummary> summary(String project);

  /** The story of a project as it stands now. */
  ProjectSummary summary(ProjectStatus status, List<TimelineEntry> timeline);

  /** Tells people; the same need once. */
  void tell(Need need);

  /** Archives what the agents showed, writes the end down, closes the session. */
  void close(CloseOrder order);

  /** What people were told, oldest first. */
  List<NoticeStatus> notices();

  /** Tells a test by every way that is configured; answers what became of it. */
  List<NoticeTest> testNotices();

  /**
   * The roles that a team can be made of.
   *
   * @param project absolute path of the directory whose own roles count too; empty for none
   */
  List<RoleCard> roles(String project);

  /** The phases of a Spec Kit directory that a lead is to do. */
  LedSpecs led(LedRequest request);

  /** The draft of a spec for a project that has none. */
  SpecDraft draft(DraftRequest request);

  /** The types of projects; {@code project} as for the roles. */
  List<TypeCard> types(String project);

  /**
   * What a role would be told in a sample orchestration, in Markdown.
   *
   * @param spec absolute path of the document that it would work on; empty for none
   */
  String brief(String role, String project, String spec);

  /** A role as a file that people can begin their own with. */
  String roleFile(String role, String project);

  /** What batches need. */
  BatchServices batches();

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
