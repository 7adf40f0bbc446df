package dev.orc.cli.project;

import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the options of a start say about any orchestration, whichever spec it is for. Immutable. */
public final class StartOptions {
  private final GivenArguments given;
  private final CommandContext here;
  private final TeamWish team;
  private final String project;
  private final NewProject newProject;

  private StartOptions(GivenArguments given, CommandContext here) {
    this.given = given;
    this.here = here;
    this.team = TeamOptions.wish(given, here);
    boolean made = given.flag("--new-project");
    this.project = directory(made);
    this.newProject = made ? newProject(given, project) : null;
    if (given.text("--template") != null && !made) {
      throw Failure.usage("--template goes with --new-project", "See: orc start --help");
    }
    if (given.flag("--force") && !made) {
      throw Failure.usage("--force goes with --new-project", "See: orc start --help");
    }
    if (given.text("--name") != null) {
      TeamOptions.requireName("--name", given.text("--name"));
    }
    requirePairs("--program");
    requirePairs("--set");
  }

  /** Adds the options to a command. */
  public static Syntax describedIn(Syntax syntax) {
    Syntax described =
        syntax
            .option("--project", "DIR", "The repository; otherwise the git root of the spec.")
            .flag("--new-project", "Make the repository: --project, or beside the spec's.")
            .flag("--force", "Replace a repository that orc made, if nothing is lost.")
            .option("--template", "NAME", "Begin with java-maven, node, python or go.")
            .option("--name", "NAME", "What it is called; otherwise after the repository.")
            .option("--driver", "NAME", "The agent program of every role: claude, codex, ...");
    return TeamOptions.describedIn(described)
        .options("--program", "ROLE=DRIVER", "Another agent program for one role.")
        .options("--set", "KEY=VALUE", "Change a setting of the run, as stuck-after=45m.")
        .option("--env", "NAME", "For this environment of the configuration, as staging.")
        .option("--dev-server", "COMMAND", "The dev server's command line; none for no server.");
  }

  /** Reads them; what can be seen to be wrong from here is a failure at once. */
  public static StartOptions of(GivenArguments given, CommandContext here) {
    return new StartOptions(given, here);
  }

  /** What they ask for with this spec, under a new id. */
  public StartRequest request(Path spec) {
    return new StartRequest(
        CallerIds.next(),
        Projects.caller(here),
        spec.toString(),
        newProject == null ? project : null,
        given.text("--name"),
        given.text("--driver"),
        team,
        given.texts("--program"),
        given.texts("--set"),
        newProject,
        given.text("--dev-server"),
        given.text("--env"),
        null);
  }

  /** A document or Spec Kit directory that was named, as an absolute path that can be read. */
  public static Path spec(String named, CommandContext here) {
    Path spec = here.directory().resolve(named).normalize();
    boolean kit = Files.exists(spec.resolve("spec.md"));
    if (!Files.isRegularFile(spec) && !kit) {
      String what = Files.isDirectory(spec) ? "is a directory, not a spec" : "does not exist";
      throw Failure.notFound(
          spec + " " + what, "Name the Markdown document that says what to build");
    }
    if (!Files.isReadable(spec)) {
      throw Failure.failed(spec + " cannot be read", "See its permissions: ls -l");
    }
    return spec;
  }

  static NewProject newProject(GivenArguments given, String directory) {
    return new NewProject(directory, given.flag("--force"), given.text("--template"));
  }

  private String directory(boolean made) {
    String named = given.text("--project");
    if (named == null) {
      return null;
    }
    Path directory = here.directory().resolve(named).normalize();
    if (!made && !Files.isDirectory(directory)) {
      throw Failure.notFound(
          directory + " is no directory",
          "Name the repository that the team works in, or let it be made with --new-project");
    }
    return directory.toString();
  }

  private void requirePairs(String option) {
    List<String> pairs = given.texts(option);
    for (String pair : pairs) {
      if (pair.indexOf('=') < 1) {
        throw Failure.usage(option + " '" + pair + "' is not key=value", "See: orc start --help");
      }
    }
  }
}
