package dev.orc.activities;

import dev.orc.activities.agent.AgentHost;
import dev.orc.activities.agent.HostAgents;
import dev.orc.activities.agent.LaunchRoom;
import dev.orc.activities.agent.MessageTexts;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.activities.agent.watch.HostWatch;
import dev.orc.activities.agent.watch.LiveHostTruth;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.BranchDiffs;
import dev.orc.activities.git.BranchSync;
import dev.orc.activities.git.CheckoutSize;
import dev.orc.activities.git.CommitCount;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.GitRepositories;
import dev.orc.activities.git.LeftWork;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.git.WorktreeForecast;
import dev.orc.activities.git.Worktrees;
import dev.orc.activities.host.session.CompletedLog;
import dev.orc.activities.host.session.KeptSummaries;
import dev.orc.activities.host.session.Sessions;
import dev.orc.activities.host.session.Transcripts;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.TmuxException;
import dev.orc.activities.host.tmux.TmuxServer;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.spec.SpecCatalog;
import dev.orc.activities.plan.start.AddedRoles;
import dev.orc.activities.plan.start.AdvisedPlans;
import dev.orc.activities.plan.start.KeptStarts;
import dev.orc.activities.plan.start.LedPhases;
import dev.orc.activities.plan.start.NewProjects;
import dev.orc.activities.plan.start.Preflight;
import dev.orc.activities.plan.start.RepositoryTrusts;
import dev.orc.activities.plan.start.RoleAnswers;
import dev.orc.activities.plan.start.SpecDrafts;
import dev.orc.activities.plan.start.StartPlanner;
import dev.orc.activities.plan.start.TeamPlanning;
import dev.orc.activities.plan.team.Briefs;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.plan.team.Teams;
import dev.orc.activities.retry.research.IntegrationKeeper;
import dev.orc.activities.retry.research.Research;
import dev.orc.activities.retry.room.LiveFigures;
import dev.orc.activities.retry.room.RoomGuard;
import dev.orc.activities.tell.audit.AuditLog;
import dev.orc.activities.tell.notice.Notices;
import dev.orc.base.files.UserHome;
import dev.orc.workflows.activities.SessionActivities;
import dev.orc.workflows.model.HostFolders;
import io.temporal.activity.Activity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host floor, put together for one worker: what serves its task queue, and what it reads. */
public final class HostComponents implements AutoCloseable {
  private static final String GIT = "git";
  private static final int AUDIT_DAYS = 30;
  private static final Duration VERIFY_WITHIN = Duration.ofHours(1);

  private final HostFolders folders;
  private final Config config;
  private final Tmux tmux;
  private final Drivers drivers;
  private final LiveHostTruth truth;
  private final HostWatch watch;
  private final HostAgents agents;
  private final MessageTexts texts;
  private final AuditLog audit;
  private final Notices notices;
  private final Sessions sessions;
  private final IntegrationKeeper integrations;
  private final List<Object> activities;
  private final AdvisedPlans advised = new AdvisedPlans();
  private final BranchSync branchSync = new BranchSync(GitProgram.plain());

  private HostComponents(
      HostFolders folders, Config config, Drivers drivers, Tmux tmux, Path launcher) {
    this.folders = folders;
    this.config = config;
    this.drivers = drivers;
    this.tmux = tmux;
    this.texts = new MessageTexts(folders);
    this.audit = new AuditLog(folders.state().resolve("audit"), AUDIT_DAYS, Clock.systemUTC());
    this.truth =
        new LiveHostTruth(
                tmux,
                this::driver,
                new CommitCount(),
                folders,
                Clock.systemUTC(),
                ZoneId.systemDefault())
            .start();
    this.watch = new HostWatch(truth);
    this.integrations = new IntegrationKeeper(folders, Clock.systemUTC());
    this.notices = Notices.open(folders, String.valueOf(config.host()), config.notices());
    this.sessions = new Sessions(folders, tmux, config.environment(), truth::tokens);
    this.agents = agents(sessions, launcher);
    this.activities = List.of(repositories(), sessions, notices, agents, watch);
  }

  /**
   * Connects to tmux and begins to look at the host.
   *
   * @param launcher the {@code orc} program that agents call
   */
  public static HostComponents open(HostFolders folders, Config config, Path launcher) {
    Drivers drivers = Drivers.load(folders);
    return new HostComponents(folders, config, drivers, tmux(config), launcher);
  }

  private static Tmux tmux(Config config) {
    try {
      return TmuxServer.open(config.tmux());
    } catch (TmuxException unusable) {
      throw new Refusal(Refusal.Kind.FAILED, unusable.getMessage(), "'orc setup' does it");
    }
  }

  /** The implementations that serve the host's task queue. */
  public List<Object> activities() {
    return activities;
  }

  public HostTruth truth() {
    return truth;
  }

  public Tmux tmux() {
    return tmux;
  }

  public Drivers drivers() {
    return drivers;
  }

  public HostAgents agents() {
    return agents;
  }

  public MessageTexts messageTexts() {
    return texts;
  }

  public KeptStarts keptStarts() {
    return new KeptStarts(folders);
  }

  public SessionActivities sessions() {
    return sessions;
  }

  public Notices notices() {
    return notices;
  }

  public AuditLog audit() {
    return audit;
  }

  public Worktrees worktrees() {
    return new Worktrees(GitProgram.plain());
  }

  public BranchDiffs branchDiffs() {
    return new BranchDiffs(GitProgram.plain());
  }

  public BranchSync branchSync() {
    return branchSync;
  }

  public SpecCatalog specCatalog() {
    return new SpecCatalog(UserHome.here());
  }

  public NewProjects newProjects() {
    return new NewProjects(GitProgram.plain(), Clock.system(ZoneId.systemDefault()));
  }

  public StartPlanner startPlanner() {
    GitProgram git = GitProgram.plain();
    return new StartPlanner(
        new StartPlanner.Parts(
            folders,
            config,
            new Preflight(config.tmux().program(), GIT, Preflight.USUAL_FREE_BYTES),
            new RepositoryCheck(git),
            new WorktreeForecast(git),
            name -> drivers.get(name).unusable(),
            teamPlanning(),
            advised,
            new NewProjects(git, Clock.system(ZoneId.systemDefault())),
            trusts()));
  }

  /** Knows what people have allowed to repositories. */
  public RepositoryTrusts trusts() {
    return new RepositoryTrusts(folders, config, new RepositoryCheck(GitProgram.plain()));
  }

  /** Finds the teams of projects that nobody starts yet. */
  public TeamPlanning teamPlanning() {
    return new TeamPlanning(
        folders,
        config,
        new RepositoryCheck(GitProgram.plain()),
        drivers,
        trusts(),
        () -> completed().all(run -> true));
  }

  /** Looks into what failed. */
  public Research research() {
    return Research.of(
        folders,
        startPlanner(),
        new LeftWork(GitProgram.plain()),
        integrations,
        config.queue().researchWithin());
  }

  /** Whether there is room for another team. */
  public RoomGuard room() {
    LiveFigures figures =
        new LiveFigures(
            tmux,
            pane -> truth.driver(pane.project(), pane.role()),
            new CheckoutSize(GitProgram.plain())::of);
    return new RoomGuard(
        figures,
        place -> config.withProject(folders, place).driver(),
        config.queue().agentMemory());
  }

  /** Every orchestration that is over. */
  public CompletedLog completed() {
    return CompletedLog.of(folders);
  }

  /** What became of integrations. */
  public IntegrationKeeper integrations() {
    return integrations;
  }

  /** The stories of orchestrations. */
  public KeptSummaries summaries() {
    return new KeptSummaries(folders);
  }

  /** Writes the specs of the phases that a lead is to do. */
  public LedPhases ledPhases() {
    return new LedPhases(folders, config, new RepositoryCheck(GitProgram.plain()));
  }

  /** Drafts specs for projects that have none. */
  public SpecDrafts specDrafts() {
    return new SpecDrafts(
        folders, config.projectFolders(), new RepositoryCheck(GitProgram.plain()));
  }

  /** Knows the roles there are, and what each would be told. */
  public RoleAnswers roleAnswers() {
    return new RoleAnswers(folders, new RepositoryCheck(GitProgram.plain()), trusts());
  }

  /** Makes roles for teams that are at work. */
  public AddedRoles addedRoles() {
    return new AddedRoles(
        project -> config.withProject(folders, project),
        project -> new Teams(RoleLibrary.of(folders, Optional.of(project))),
        name -> drivers.get(name).unusable());
  }

  private Optional<Driver> driver(String name) {
    return drivers.names().contains(name) ? Optional.of(drivers.get(name)) : Optional.empty();
  }

  private GitRepositories repositories() {
    Runnable beat = () -> Activity.getExecutionContext().heartbeat(null);
    return new GitRepositories(
        new GitProgram(GIT, Map.of(), beat), VERIFY_WITHIN, integrations::keep);
  }

  private HostAgents agents(Sessions sessions, Path launcher) {
    Clock clock = Clock.systemUTC();
    AgentHost host =
        new AgentHost(tmux, truth, this::driver, folders, clock, ZoneId.systemDefault());
    Transcripts transcripts = new Transcripts(folders, tmux);
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    LaunchRoom room =
        new LaunchRoom(
            sessions,
            new Briefs(folders)::write,
            transcripts::archive,
            launcher,
            config.environment(),
            path);
    return new HostAgents(host, room, texts, audit::write);
  }

  /** Answers the open watches and lets go of the host; agents and their server go on. */
  @Override
  public void close() {
    notices.close();
    watch.close();
    agents.close();
    truth.close();
    tmux.close();
  }
}
