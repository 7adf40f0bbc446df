package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Ids;
import dev.orc.cli.api.Json;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.Uprising;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code orc start}: a new orchestration from a spec. */
public final class Start implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "start", "Start an orchestration: a team that works on a spec.")
        .optionalWord("SPEC", "The Markdown document that says what to build.")
        .option("--spec", "FILE", "The same as SPEC.")
        .option("--project", "DIR", "The repository; otherwise the git root of the spec.")
        .option("--name", "NAME", "What it is called; otherwise after the repository.")
        .option("--driver", "NAME", "The agent program of every role: claude, codex, ...")
        .option("--roles", "A,B,...", "These roles instead of the default team.")
        .options("--program", "ROLE=DRIVER", "Another agent program for one role.")
        .options("--set", "KEY=VALUE", "Change a setting of the run, as stuck-after=45m.")
        .flag("--dry-run", "Check everything and show the team; start nothing.")
        .flag("--watch", "Follow it once it has started.")
        .json()
        .example("orc start shop.md --driver claude --watch")
        .example("orc start --spec shop.md --roles orchestrator,developer --dry-run");
  }

  @Override
  public int run(Given given, Surroundings here) {
    boolean json = given.flag("--json");
    boolean dryRun = given.flag("--dry-run");
    if (json && given.flag("--watch")) {
      throw Failure.usage("--json and --watch do not go together", "Use orc watch --json");
    }
    StartRequest request = request(given, here);
    Api api = Uprising.apiOf(here);
    Started started =
        api.post(Started.class, "/v1/projects" + (dryRun ? "?dry-run=true" : ""), request);
    if (json) {
      here.say(Json.text(started));
    } else {
      tell(here, started, dryRun);
    }
    return given.flag("--watch") && !dryRun
        ? Watch.follow(started.project(), here, false)
        : Failure.DONE;
  }

  private static StartRequest request(Given given, Surroundings here) {
    String project = given.text("--project");
    return new StartRequest(
        Ids.next(),
        Projects.caller(here),
        spec(given, here).toString(),
        project == null ? null : directory(here.directory().resolve(project)).toString(),
        given.text("--name") == null ? null : requireName("--name", given.text("--name")),
        given.text("--driver"),
        TeamWish.of(roles(given.text("--roles"))),
        pairs("--program", given.texts("--program")),
        pairs("--set", given.texts("--set")),
        null,
        null);
  }

  private static Path spec(Given given, Surroundings here) {
    String word = given.word(0);
    String option = given.text("--spec");
    if (word == null == (option == null)) {
      throw Failure.usage(
          word == null ? "which spec?" : "the spec is given twice", "Say: orc start SPEC");
    }
    Path spec = here.directory().resolve(word == null ? option : word).normalize();
    if (!Files.isRegularFile(spec)) {
      String what = Files.isDirectory(spec) ? "is a directory, not a spec" : "does not exist";
      throw Failure.notFound(
          spec + " " + what, "Name the Markdown document that says what to build");
    }
    if (!Files.isReadable(spec)) {
      throw Failure.failed(spec + " cannot be read", "See its permissions: ls -l");
    }
    return spec;
  }

  private static Path directory(Path given) {
    Path directory = given.normalize();
    if (!Files.isDirectory(directory)) {
      throw Failure.notFound(
          directory + " is no directory", "Name the repository that the team works in");
    }
    return directory;
  }

  private static List<String> roles(String list) {
    List<String> roles = new ArrayList<>();
    for (String role : list == null ? new String[0] : list.split(",", -1)) {
      roles.add(requireName("--roles", role.strip()));
    }
    return roles;
  }

  private static String requireName(String option, String name) {
    try {
      return AgentName.requireWord(name);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(option + ": " + e.getMessage(), "See: orc start --help");
    }
  }

  private static List<String> pairs(String option, List<String> pairs) {
    for (String pair : pairs) {
      if (pair.indexOf('=') < 1) {
        throw Failure.usage(option + " '" + pair + "' is not key=value", "See: orc start --help");
      }
    }
    return pairs;
  }

  private static void tell(Surroundings here, Started started, boolean dryRun) {
    String team =
        started.team().roles().stream().map(Start::filled).collect(Collectors.joining(", "));
    String name = started.project();
    here.say(
        (dryRun ? "Would start " : "Started ")
            + Clean.line(name + " in " + started.directory() + " (" + started.team().type() + ")"));
    here.say("Team: " + Clean.line(team));
    if (!dryRun) {
      here.say("Follow it: orc watch " + name + " · look in: orc attach " + name);
    }
  }

  private static String filled(Role role) {
    return role.name() + (role.program() == null ? "" : " (" + role.program().driver() + ")");
  }
}
