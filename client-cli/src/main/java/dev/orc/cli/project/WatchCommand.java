package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/** {@code orc watch}: follows an orchestration until it is over. */
public final class WatchCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "watch", "Follow an orchestration until it is over.")
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .json()
        .example("orc watch shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    return follow(project, here, given.flag("--json"));
  }

  /** Follows it on these surroundings; the exit code says how it ended. */
  public static int follow(String project, CommandContext here, boolean json) {
    return Following.best(project, here, json).untilOver();
  }
}
