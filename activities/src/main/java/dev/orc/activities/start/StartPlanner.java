package dev.orc.activities.start;

import dev.orc.activities.Refusal;
import dev.orc.activities.Refusal.Kind;
import dev.orc.activities.config.Config;
import dev.orc.activities.config.Settings;
import dev.orc.activities.files.WholeFile;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.spec.SpecDocument;
import dev.orc.activities.spec.SpecReader;
import dev.orc.activities.team.Teams;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Team;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Plans an orchestration from a request, or says what keeps it from being one. Thread-safe. */
public final class StartPlanner {
  private final HostFolders folders;
  private final Config config;
  private final Preflight preflight;
  private final RepositoryCheck repositories;
  private final Function<String, Optional<String>> unusable;
  private final SpecReader specs = new SpecReader();
  private final Teams teams = new Teams();

  /**
   * @param config the host's
   * @param unusable why the driver of that name can not be used here; empty when it can
   */
  public StartPlanner(
      HostFolders folders,
      Config config,
      Preflight preflight,
      RepositoryCheck repositories,
      Function<String, Optional<String>> unusable) {
    this.folders = folders;
    this.config = config;
    this.preflight = preflight;
    this.repositories = repositories;
    this.unusable = unusable;
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
    preflight.requirePrograms();
    Repository repository = repositories.usable(directory(request, specFile));
    Path root = Path.of(repository.directory());
    requireAllowed(root);
    preflight.requireSpace(root);
    preflight.requireSpace(folders.state());
    Config asConfigured = config.withProject(folders, root);
    Team team = team(request, asConfigured);
    ProjectSettings settings = Settings.changed(asConfigured.settings(), request.settings());
    requirePrograms(team);
    String project = name.orElseGet(() -> Slug.of(root));
    return new Plan(
        project, repository, document.asSpec(specCopy(project)), team, settings, document);
  }

  /** Copies the plan's document to where its {@code spec} says that it is. */
  public void keepSpec(Plan plan) {
    WholeFile.write(specCopy(plan.project()), plan.document().text());
  }

  private Path specCopy(String project) {
    return folders.project(project).resolve("spec.md");
  }

  private static Path specFile(StartRequest request) {
    if (request.spec() == null || request.spec().isBlank()) {
      throw new Refusal(Kind.USAGE, "no spec is named", "name one with --spec FILE");
    }
    return absolute(request.spec(), "the spec");
  }

  /**
   * The named directory, or the one that the spec lies in: its git root is looked for from there.
   */
  private static Path directory(StartRequest request, Path specFile) {
    return request.project() == null || request.project().isBlank()
        ? specFile.getParent()
        : absolute(request.project(), "the project");
  }

  private static Path absolute(String text, String what) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path.normalize();
      }
    } catch (InvalidPathException e) {
      throw new Refusal(
          Kind.USAGE,
          what + " is no path that this host can have: " + e.getReason(),
          "name another; where its letters are not ASCII, start the worker with LC_ALL=C.UTF-8");
    }
    throw new Refusal(
        Kind.USAGE, what + " '" + text + "' is not an absolute path", "name it from / on");
  }

  private void requireAllowed(Path root) {
    List<Path> allowed = config.projectFolders();
    if (!allowed.isEmpty() && allowed.stream().noneMatch(folder -> root.startsWith(real(folder)))) {
      throw new Refusal(
          Kind.REFUSED,
          root + " lies in none of the folders that projects may lie in",
          "add its folder to project-folders in " + folders.config().resolve("config.yaml"));
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder; // a folder that is not there holds nothing
    }
  }

  private Team team(StartRequest request, Config asConfigured) {
    Programs programs = new Programs(request, asConfigured, teams);
    Team team = teams.of(request.team().roles(), programs::of);
    Set<String> outside = programs.askedOutside(team.roles().stream().map(Role::name).toList());
    if (!outside.isEmpty()) {
      throw new Refusal(
          Kind.USAGE,
          "a program is named for " + outside.iterator().next() + ", which is not in the team",
          "add it with --roles, or leave its program out");
    }
    return team;
  }

  private void requirePrograms(Team team) {
    team.roles().stream()
        .map(Role::program)
        .map(Program::driver)
        .distinct()
        .forEach(
            driver ->
                unusable
                    .apply(driver)
                    .ifPresent(
                        why -> {
                          throw new Refusal(
                              Kind.FAILED, why, "or choose another program with --driver");
                        }));
  }
}
