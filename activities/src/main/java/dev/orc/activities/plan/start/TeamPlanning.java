package dev.orc.activities.plan.start;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.analysis.SpecAnalysis;
import dev.orc.activities.plan.analysis.TeamChoices;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.activities.plan.team.LibraryRole;
import dev.orc.activities.plan.team.PlanCosts;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.plan.team.RoleRecords;
import dev.orc.activities.plan.team.TeamPlanner;
import dev.orc.activities.plan.team.TeamQuestion;
import dev.orc.activities.plan.team.TeamTypes;
import dev.orc.activities.plan.team.TeamWorkflows;
import dev.orc.activities.plan.team.Teams;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds the team of a project: what is configured and asked for, planned, advised. Thread-safe. */
public final class TeamPlanning {
  private final HostFolders folders;
  private final Config config;
  private final RepositoryCheck repositories;
  private final Drivers drivers;
  private final RepositoryTrusts trusts;
  private final Supplier<List<Completed>> past;

  /**
   * @param config the host's
   * @param trusts whether a repository's own types count
   * @param past the runs of this host that are over
   */
  public TeamPlanning(
      HostFolders folders,
      Config config,
      RepositoryCheck repositories,
      Drivers drivers,
      RepositoryTrusts trusts,
      Supplier<List<Completed>> past) {
    this.folders = folders;
    this.config = config;
    this.repositories = repositories;
    this.drivers = drivers;
    this.trusts = trusts;
    this.past = past;
  }

  /**
   * What a team is to be found for.
   *
   * @param project the slug
   * @param files of the project
   * @param config as it counts in the project
   * @param programs each as {@code role=driver}
   */
  record Subject(
      String project,
      Path root,
      ProjectTree files,
      Optional<SpecDocument> spec,
      Config config,
      TeamWish wish,
      String driver,
      List<String> programs) {}

  /**
   * The team that the project would get; nothing is changed.
   *
   * @throws Refusal when it can not be planned as asked
   */
  public TeamPlan plan(TeamRequest request) {
    Path root = ProjectRoot.of(request.project(), repositories);
    Optional<SpecDocument> spec =
        Optional.ofNullable(request.spec())
            .map(file -> new SpecReader().read(Paths.absolute(file, "the spec")));
    Subject subject =
        new Subject(
            Slug.of(root),
            root,
            ProjectTree.of(root),
            spec,
            config.withProject(folders, root),
            request.team(),
            request.driver(),
            request.programs());
    TeamPlan plan = plan(subject);
    plan.team().roles().forEach(role -> drivers.get(role.program().driver()));
    return plan;
  }

  TeamPlan plan(Subject subject) {
    RoleLibrary library = RoleLibrary.of(folders, Optional.of(subject.root()));
    Teams teams = new Teams(library);
    TeamWish wish = subject.wish().or(subject.config().team());
    RolePrograms programs =
        new RolePrograms(subject.driver(), subject.programs(), subject.config(), teams);
    boolean ownTypes = trusts.allowsTypes(subject.root());
    TeamTypes types =
        TeamTypes.load(folders, ownTypes ? Optional.of(subject.root()) : Optional.empty(), teams);
    TeamPlanner planner = new TeamPlanner(library, types, TeamWorkflows.load(folders, teams));
    List<Completed> runs = past.get();
    TeamQuestion question =
        new TeamQuestion(subject.files(), subject.spec(), wish, programs::of, RoleRecords.of(runs));
    TeamPlan planned = planner.plan(question);
    TeamChoices choices = choices(subject, question, planner, library, types);
    TeamPlan advised =
        !wish.advised()
            ? planned
            : wish.mock()
                ? mocked(planned, question, planner, choices)
                : advised(planned, subject, wish, choices);
    refuseOutsiders(programs, advised);
    TeamPlan costed = new PlanCosts(runs).in(advised);
    return ownTypes ? costed : costed.withNote(notAllowed(subject.root()));
  }

  private static String notAllowed(Path root) {
    return "the project types of the repository do not count: nobody has allowed them; look and"
        + " allow them: orc trust "
        + root;
  }

  private TeamPlan advised(TeamPlan planned, Subject subject, TeamWish wish, TeamChoices choices) {
    String driver = subject.driver() == null ? subject.config().driver() : subject.driver();
    SpecAnalysis advice = new SpecAnalysis(drivers, folders, subject.config(), choices);
    TeamPlan analyzed =
        wish.analyze()
            ? advice.analyzed(
                planned,
                subject.spec().orElseThrow(TeamPlanning::nothingToRead),
                subject.root(),
                driver)
            : planned;
    return wish.refine()
        ? advice.refined(analyzed, subject.spec(), subject.root(), driver)
        : analyzed;
  }

  /** What the planner itself says of the roles that a person named. */
  private static TeamPlan mocked(
      TeamPlan planned, TeamQuestion question, TeamPlanner planner, TeamChoices choices) {
    TeamQuestion open = question.with(question.wish().withRoles(List.of()));
    return SpecAnalysis.mocked(planned, planner.plan(open), choices);
  }

  private static TeamChoices choices(
      Subject subject,
      TeamQuestion question,
      TeamPlanner planner,
      RoleLibrary library,
      TeamTypes types) {
    return new TeamChoices(
        subject.project(),
        question.wish(),
        types.words(),
        library.names(),
        name -> library.role(name).map(LibraryRole::duty),
        name -> library.role(name).filter(LibraryRole::leads).isPresent(),
        (type, names) -> planner.team(type, names, question));
  }

  private static Refusal nothingToRead() {
    return new Refusal(
        Kind.USAGE,
        "there is no spec that an agent program could read",
        "name one with --spec FILE, or leave out --analyze");
  }

  private static void refuseOutsiders(RolePrograms programs, TeamPlan plan) {
    Set<String> outside =
        programs.askedOutside(plan.team().roles().stream().map(Role::name).toList());
    if (!outside.isEmpty()) {
      String role = outside.iterator().next();
      throw new Refusal(
          Kind.USAGE,
          "a program is named for " + role + ", which is not in the team",
          "add it with --add-roles " + role + ", or leave its program out");
    }
  }
}
