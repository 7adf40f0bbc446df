package dev.orc.activities.start;

import dev.orc.activities.Refusal;
import dev.orc.activities.Refusal.Kind;
import dev.orc.activities.config.Config;
import dev.orc.activities.config.Settings;
import dev.orc.activities.detect.ProjectTree;
import dev.orc.activities.files.WholeFile;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.git.WorktreeForecast;
import dev.orc.activities.spec.SpecDocument;
import dev.orc.activities.spec.SpecReader;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
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
      NewProjects projects) {}

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
    Repository repository =
        made.map(wish -> new Repository(wish.directory(), FIRST_BRANCH, null))
            .orElseGet(() -> parts.repositories().usable(place));
    Path root = Path.of(repository.directory());
    requireAllowed(root);
    parts.preflight().requireSpace(root);
    parts.preflight().requireSpace(parts.folders().state());
    Config config =
        made.isPresent() ? parts.config() : parts.config().withProject(parts.folders(), root);
    String project = name.orElseGet(() -> Slug.of(root));
    TeamPlan team = team(request, project, root, made.isPresent(), document, config);
    ProjectSettings settings = Settings.changed(config.settings(), request.settings());
    requirePrograms(team.team());
    return new Plan(
        project,
        repository,
        document.asSpec(specCopy(project)),
        team,
        settings,
        document,
        parts.worktrees().of(repository, project, team.team().roles()),
        Windows.of(root, request.devServer()),
        made.orElse(null));
  }

  /**
   * Makes what the plan takes for granted: the repository, where it is a new one, and the copy of
   * the document where the plan's {@code spec} says that it is.
   */
  public void keep(Plan plan) {
    if (plan.makesRepository()) {
      parts.projects().make(plan.newProject(), plan.document());
    }
    WholeFile.write(specCopy(plan.project()), plan.document().text());
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
    boolean there = wish == null || !wish.force() && Files.exists(place.resolve(".git"));
    return there ? Optional.empty() : Optional.of(new NewProject(place.toString(), wish.force()));
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
