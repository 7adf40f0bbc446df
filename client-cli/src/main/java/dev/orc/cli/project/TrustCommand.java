package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.RepositoryTrust;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code orc trust}: lets a repository have run what it asks for. */
public final class TrustCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "trust", "Allow what a repository asks to have run here.")
        .words("PROJECT|DIR", "Which repository; this directory's otherwise.", 0)
        .option("--spec", "FILE", "A spec that came with it: its commands too.")
        .flag("--show", "Only show what it asks for.")
        .flag("--revoke", "Take back all that was allowed to it.")
        .json()
        .example("orc trust --show")
        .example("orc trust ~/src/shop --spec ~/src/shop/spec.md");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    if (given.words(0).size() > 1 || given.flag("--show") && given.flag("--revoke")) {
      throw Failure.usage("one repository, and one thing at a time", "See: orc trust --help");
    }
    ApiClient api = ApiClient.of(here);
    String directory = directory(given.words(0).isEmpty() ? "." : given.words(0).get(0), here, api);
    String spec = given.text("--spec");
    String file = spec == null ? null : StartOptions.spec(spec, here).toString();
    RepositoryTrust trust =
        given.flag("--revoke")
            ? api.post(
                RepositoryTrust.class, "/v1/trust/revoke", Trusting.request(here, directory, file))
            : Trusting.shown(api, here, directory, file);
    if (!given.flag("--show") && !given.flag("--revoke")) {
      trust = Trusting.allowed(api, here, trust, file);
    }
    say(trust, given, here);
    return Failure.DONE;
  }

  private static void say(RepositoryTrust trust, GivenArguments given, CommandContext here) {
    if (given.flag("--json")) {
      here.say(ApiJson.text(trust));
      return;
    }
    if (trust.lines().isEmpty()) {
      here.say(Clean.line(trust.directory() + " asks for nothing to be run."));
      return;
    }
    here.say(Clean.line(trust.directory() + " asks for:"));
    for (String line : trust.lines()) {
      boolean missing = trust.missing().contains(line);
      here.say((missing ? "  not allowed  " : "  allowed      ") + Clean.line(line));
    }
  }

  /** A folder that is there; else the directory of the project of that name. */
  private static String directory(String named, CommandContext here, ApiClient api) {
    Path folder = here.directory().resolve(named).normalize();
    if (Files.isDirectory(folder)) {
      return folder.toString();
    }
    if (!AgentName.WORD.matcher(named).matches()) {
      throw Failure.notFound(folder + " does not exist", "Name a directory or a project");
    }
    return Projects.one(api, named).directory();
  }
}
