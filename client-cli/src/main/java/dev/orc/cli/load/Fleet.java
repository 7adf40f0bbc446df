package dev.orc.cli.load;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The teams: started at once, and counted as launched when every agent has its brief. */
final class Fleet {
  private static final List<String> ROLES =
      List.of(
          "orchestrator",
          "developer",
          "tester",
          "testrunner",
          "project-manager",
          "researcher",
          "logtracker",
          "devops",
          "code-reviewer",
          "documentation-writer",
          "sysadmin",
          "securityops",
          "networkops",
          "monitoringops",
          "databaseops");
  private static final int STARTS_AT_ONCE = 4;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Stage stage;
  private final LoadOptions options;
  private List<String> projects = List.of();

  Fleet(Stage stage, LoadOptions options) {
    this.stage = stage;
    this.options = options;
  }

  /** Names of the projects. */
  List<String> projects() {
    return projects;
  }

  List<String> roles() {
    return ROLES.subList(0, options.agents());
  }

  /** Every agent, as {@code project:role}; neighbours are of different projects. */
  List<String> agents() {
    return roles().stream()
        .flatMap(role -> projects.stream().map(project -> project + ":" + role))
        .toList();
  }

  /** Makes the repositories; this is not part of what is measured. */
  void prepare() {
    projects = IntStream.rangeClosed(1, options.projects()).mapToObj(i -> "load-" + i).toList();
    Map<String, String> files =
        Map.of("spec.md", "# Load\n\nGOAL: Stand by and answer.\n", "README.md", "# Load\n");
    projects.forEach(project -> stage.repository(project, files));
  }

  /** Starts every team and waits until all are briefed; the seconds it took. */
  double launch(ReceiptFile receipts) {
    Instant began = Instant.now();
    Crew.all(STARTS_AT_ONCE, projects, this::start);
    int briefs = options.allAgents();
    boolean briefed = Moment.awaitThat(() -> receipts.read().prompts() >= briefs, LOOK, LONGEST);
    double seconds = Duration.between(began, Instant.now()).toMillis() / 1_000.0;
    if (!briefed) {
      throw Failure.failed(
          "only "
              + receipts.read().prompts()
              + " of "
              + briefs
              + " agents are briefed after "
              + LONGEST.toMinutes()
              + " min",
          "Try fewer, or --keep and look: orc status");
    }
    Moment.awaitThat(this::allWork, LOOK, LONGEST);
    return seconds;
  }

  List<ProjectStatus> statuses() {
    return stage.api().list(ProjectStatus.class, "/v1/projects");
  }

  private void start(String project) {
    Path directory = stage.folder().resolve(project);
    StartRequest request =
        new StartRequest(
            CallerIds.next(),
            Message.PERSON,
            directory.resolve("spec.md").toString(),
            directory.toString(),
            project,
            "scripted",
            TeamWish.of(roles()),
            List.of(),
            List.of(),
            null,
            StartRequest.NO_DEV_SERVER);
    Started started = started(request);
    if (!started.project().equals(project)) {
      throw new IllegalStateException(started.project() + " was started instead of " + project);
    }
  }

  /** Asked again, as the same request, while nobody answers in time. */
  private Started started(StartRequest request) {
    Instant end = Instant.now().plus(LONGEST);
    while (true) {
      try {
        return stage.api().post(Started.class, "/v1/projects", request);
      } catch (Failure e) {
        if (e.exit() != Failure.NO_SERVER || Instant.now().isAfter(end)) {
          throw e;
        }
        Moment.await(Instant.now().plus(LOOK));
      }
    }
  }

  /** On a busy machine one may not answer in time; it is asked again. */
  private boolean allWork() {
    try {
      return statuses().stream().allMatch(Fleet::working);
    } catch (Failure e) {
      if (e.exit() != Failure.NO_SERVER && e.exit() != Failure.FAILED) {
        throw e;
      }
      return false;
    }
  }

  private static boolean working(ProjectStatus status) {
    return status.phase() == Phase.WORKING;
  }

  /** The API; made anew by whoever sees it go, since a new worker has a new port. */
  ApiClient api() {
    return stage.api();
  }
}
