package dev.orc.activities.start;

import dev.orc.activities.Refusal;
import dev.orc.activities.Refusal.Kind;
import dev.orc.activities.analysis.Casting;
import dev.orc.activities.analysis.SpecAnalysis;
import dev.orc.activities.config.Config;
import dev.orc.activities.detect.ProjectTree;
import dev.orc.activities.detect.ProjectType;
import dev.orc.activities.driver.Drivers;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.spec.SpecDocument;
import dev.orc.activities.spec.SpecReader;
import dev.orc.activities.team.LibraryRole;
import dev.orc.activities.team.RoleLibrary;
import dev.orc.activities.team.TeamPlanner;
import dev.orc.activities.team.TeamQuestion;
import dev.orc.activities.team.TeamTypes;
import dev.orc.activities.team.Teams;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the team of a project: what is configured and asked for, planned, advised. Thread-safe. */
public final class TeamPlanning {
  private final HostFolders folders;
  private final Config config;
  private final RepositoryCheck repositories;
  private final Drivers drivers;

  /**
   * @param config the host's
   */
  public TeamPlanning(
      HostFolders folders, Config config, RepositoryCheck repositories, Drivers drivers) {
    this.folders = folders;
    this.config = config;
    this.repositories = repositories;
    this.drivers = drivers;
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
    Programs programs = new Programs(subject.driver(), subject.programs(), subject.config(), teams);
    TeamPlanner planner = new TeamPlanner(library, TeamTypes.load(folders, teams));
    TeamQuestion question = new TeamQuestion(subject.files(), subject.spec(), wish, programs::of);
    TeamPlan planned = planner.plan(question);
    TeamPlan advised =
        wish.asksAgent()
            ? advised(planned, subject, wish, casting(subject, question, planner, library))
            : planned;
    refuseOutsiders(programs, advised);
    return advised;
  }

  private TeamPlan advised(TeamPlan planned, Subject subject, TeamWish wish, Casting casting) {
    SpecDocument spec = subject.spec().orElseThrow(TeamPlanning::nothingToRead);
    String driver = subject.driver() == null ? subject.config().driver() : subject.driver();
    SpecAnalysis advice = new SpecAnalysis(drivers, folders, subject.config(), casting);
    TeamPlan analyzed =
        wish.analyze() ? advice.analyzed(planned, spec, subject.root(), driver) : planned;
    return wish.refine() ? advice.refined(analyzed, spec, driver) : analyzed;
  }

  private static Casting casting(
      Subject subject, TeamQuestion question, TeamPlanner planner, RoleLibrary library) {
    return new Casting(
        subject.project(),
        question.wish(),
        Stream.of(ProjectType.values()).map(ProjectType::word).toList(),
        library.names(),
        name -> library.role(name).map(LibraryRole::duty),
        name -> library.role(name).filter(LibraryRole::leads).isPresent(),
        (type, names) -> planner.team(type, names, question));
  }

  private static Refusal nothingToRead() {
    return new Refusal(
        Kind.USAGE,
        "there is no spec that an agent program could read",
        "name one with --spec FILE, or leave out --analyze and --refine");
  }

  private static void refuseOutsiders(Programs programs, TeamPlan plan) {
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
