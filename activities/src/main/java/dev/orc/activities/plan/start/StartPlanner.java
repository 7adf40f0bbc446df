package dev.orc.activities.plan.start;

import dev.orc.activities.agent.ProjectVariables;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.git.WorktreeForecast;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.config.Settings;
import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.base.files.GitMark;
import dev.orc.base.files.WholeFile;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Plans an orchestration from a request, or says what keeps it from being one. Thread-safe. */
public final class StartPlanner {
  /** The branch that a repository of our own making begins on. */
  private static final String FIRST_BRANCH = "main";

  private final Parts parts;
  private final SpecReader specs = new SpecReader();

  /**
   * What planning stands on.
   *
   * @param config the host's
   * @param unusable why the driver of that name can not be used here; empty when it can
   */
  public record Parts(
      HostFolders folders,
      Config config,
      Preflight preflight,
      RepositoryCheck repositories,
      WorktreeForecast worktrees,
      Function<String, Optional<String>> unusable,
      TeamPlanning teams,
      AdvisedPlans advised,
      NewProjects projects,
      RepositoryTrusts trusts) {}

  public StartPlanner(Parts parts) {
    this.parts = parts;
  }

  /**
   * Looks at everything and changes nothing.
   *
   * @throws Refusal with the first thing that is in the way
   */
  public Plan plan(StartRequest request) {
    Optional<String> name = Optional.ofNullable(request.name()).map(Slug::given);
    Path specFile = specFile(request);
    SpecDocument document = specs.read(specFile);
    parts.preflight().requirePrograms();
    Path place = place(request, specFile);
    Optional<NewProject> made = made(request.newProject(), place);
    Path root =
        made.map(wish -> Path.of(wish.directory()))
            .orElseGet(() -> parts.repositories().root(place));
    Config config =
        made.isPresent() ? parts.config() : parts.config().withProject(parts.folders(), root);
    ChosenEnvironment chosen = ChosenEnvironment.of(request.env(), config);
    Repository repository = repository(root, made.isPresent(), chosen);
    requireAllowed(root);
    parts.preflight().requireSpace(root);
    parts.preflight().requireSpace(parts.folders().state());
    String project = name.orElseGet(() -> Slug.of(root));
    TeamPlan team = team(request, project, root, made.isPresent(), document, config);
    chosen.requireVariables(System.getenv());
    ProjectSettings settings = Settings.changed(config.settings(), request.settings());
    requirePrograms(team.team());
    Spec spec =
        chosen.proving(document.asSpec(specCopy(project))).reviewed(blankless(request.review()));
    List<SideWindow> windows = Windows.of(root, chosen.devServer(request.devServer()));
    return new Plan(
        project,
        repository,
        spec,
        team,
        settings,
        document,
        parts.worktrees().of(repository, project, team.team().roles()),
        windows,
        made.orElse(null),
        made.isPresent() ? List.of() : asked(request, root, document, windows),
        chosen.section().variables(),
        made.isPresent() ? null : chosen.branch());
  }

  private static String blankless(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** A new one has no branch but its first. */
  private Repository repository(Path root, boolean made, ChosenEnvironment chosen) {
    if (!made) {
      return parts.repositories().usable(root, chosen.branch());
    }
    Repository fresh = new Repository(root.toString(), FIRST_BRANCH, null);
    chosen.requireBranch(fresh);
    return fresh;
  }

  /** A dev server that a person names is no wish of the repository. */
  private List<String> asked(
      StartRequest request, Path root, SpecDocument document, List<SideWindow> windows) {
    List<String> verify = document.asSpec(root).verify();
    boolean named = request.devServer() != null && !request.devServer().isBlank();
    return parts.trusts().missing(root, document, verify, named ? List.of() : windows);
  }

  /**
   * Makes what the plan takes for granted: the repository, where it is a new one, and the copy of
   * the document where the plan's {@code spec} says that it is. What the orchestration begins with
   * is kept, should Temporal lose it. Refuses what the repository asks for and nobody has allowed.
   */
  public void keep(Plan plan) {
    RepositoryTrusts.require(
        Path.of(plan.directory()), plan.asked(), plan.document().file().toString());
    if (plan.makesRepository()) {
      parts.projects().make(plan.newProject(), plan.document());
    }
    WholeFile.write(specCopy(plan.project()), plan.document().text());
    new ProjectVariables(parts.folders(), System.getenv()).keep(plan.project(), plan.variables());
    new KeptStarts(parts.folders()).keep(plan);
  }

  private Path specCopy(String project) {
    return parts.folders().project(project).resolve("spec.md");
  }

  private static Path specFile(StartRequest request) {
    if (request.spec() == null || request.spec().isBlank()) {
      throw new Refusal(Kind.USAGE, "no spec is named", "name one with --spec FILE");
    }
    return Paths.absolute(request.spec(), "the spec");
  }

  /**
   * The new repository that has to be made, with the directory that it would really get; empty when
   * none is asked for, or an earlier start has made it already.
   */
  private static Optional<NewProject> made(NewProject wish, Path place) {
    boolean there = wish == null || !wish.force() && GitMark.isIn(place);
    return there ? Optional.empty() : Optional.of(wish.at(place.toString()));
  }

  /**
   * Where a new project would be; else the named directory, or the one that the spec lies in, from
   * which its git root is looked for.
   */
  private Path place(StartRequest request, Path specFile) {
    if (request.newProject() != null) {
      return Paths.real(parts.projects().wanted(request.newProject(), specFile));
    }
    if (request.project() != null && !request.project().isBlank()) {
      return Paths.absolute(request.project(), "the project");
    }
    return Files.isDirectory(specFile) ? specFile : specFile.getParent();
  }

  private void requireAllowed(Path root) {
    List<Path> allowed = parts.config().projectFolders();
    if (!allowed.isEmpty()
        && allowed.stream().noneMatch(folder -> root.startsWith(Paths.real(folder)))) {
      throw new Refusal(
          Kind.REFUSED,
          root + " lies in none of the folders that projects may lie in",
          "add its folder to project-folders in "
              + parts.folders().config().resolve("config.yaml"));
    }
  }

  private TeamPlan team(
      StartRequest request,
      String project,
      Path root,
      boolean fresh,
      SpecDocument document,
      Config config) {
    TeamPlanning.Subject subject =
        new TeamPlanning.Subject(
            project,
            root,
            fresh ? ProjectTree.none() : ProjectTree.of(root),
            Optional.of(document),
            config,
            request.team(),
            request.driver(),
            request.programs());
    return parts.advised().of(request, () -> parts.teams().plan(subject));
  }

  private void requirePrograms(Team team) {
    team.roles().stream()
        .map(role -> role.program().driver())
        .distinct()
        .forEach(
            driver ->
                parts
                    .unusable()
                    .apply(driver)
                    .ifPresent(
                        why -> {
                          throw new Refusal(
                              Kind.FAILED, why, "or choose another program with --driver");
                        }));
  }
}
