package dev.orc.cli.demo;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.WatchCommand;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code orc demo}: a throwaway project, a team of five scripted agents, from spec to merge. */
public final class Demo implements Command {
  private static final Map<String, String> AGENTS = Map.of("ORC_PLAYBOOK", "demo");

  /** A crashed agent comes back at once, and a limit is over soon after its time. */
  private static final Map<String, String> SETTINGS =
      Map.of("restart-first", "1s", "limit-margin", "1s");

  /** However small the project is: all five are to be seen at work. */
  private static final List<String> TEAM =
      List.of("orchestrator", "project-manager", "developer", "tester", "testrunner");

  @Override
  public Syntax syntax() {
    return Syntax.of(
            this, "demo", "Show the whole of it: five scripted agents build a small program.")
        .flag("--keep", "Leave the project, the worker and the agents' folder as they are.")
        .flag("--yes", "Install what is missing without asking; the launcher does it.")
        .example("orc demo")
        .example("orc demo --keep");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    boolean keep = given.flag("--keep");
    try (Stage stage = Stage.set(here, "demo", AGENTS, SETTINGS, keep)) {
      here.tell("A throwaway project in " + stage.folder() + (keep ? "" : ", removed at the end"));
      Instant began = Instant.now();
      HostHealth health = stage.raise();
      here.tell(
          Clean.line("Worker and Temporal (" + served(health) + ") up after " + since(began)));
      Path project = stage.repository(DemoProject.NAME, DemoProject.FILES);
      ApiClient api = stage.api();
      Started started = api.post(Started.class, "/v1/projects", request(project));
      here.tell(
          "A team of " + started.team().roles().size() + " starts on " + DemoProject.SPEC_FILE);
      int exit = WatchCommand.follow(started.project(), stage.here(), false);
      new DemoStory(stage, project, started.project()).tell(api, since(began), keep);
      return exit;
    } catch (WorkerDown e) {
      throw Failure.failed(
          "the demo's worker went away", "Run it again with --keep, then see: orc logs");
    }
  }

  private static StartRequest request(Path project) {
    return new StartRequest(
        CallerIds.next(),
        Message.PERSON,
        project.resolve(DemoProject.SPEC_FILE).toString(),
        project.toString(),
        DemoProject.NAME,
        "scripted",
        TeamWish.of(TEAM),
        List.of(),
        List.of(),
        null,
        StartRequest.NO_DEV_SERVER);
  }

  private static String served(HostHealth health) {
    return health.temporalDurable()
        ? "development server, durable"
        : "embedded, in memory; for a durable one: orc setup";
  }

  static String since(Instant began) {
    long millis = Duration.between(began, Instant.now()).toMillis();
    return millis / 1000 + "." + millis % 1000 / 100 + " s";
  }
}
