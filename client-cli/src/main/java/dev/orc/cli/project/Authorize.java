package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AuthorizeRequest;
import java.util.Locale;

/** {@code orc authorize}: answers an open request for authorization. */
public final class Authorize implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "authorize", "Answer a request for authorization.")
        .word("ID", "The request, as orc status shows it.")
        .word("ANSWER", "yes or no.")
        .option("--project", "NAME", "The project; may be left out when only one is running.")
        .option("--note", "TEXT", "What the agent should know about it.")
        .json()
        .example("orc authorize 01k9ab3x7yz2 yes --project shop")
        .example("orc authorize 01k9ab3x7yz2 no --note \"not before Monday\"");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    boolean granted = granted(given.word(1));
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.text("--project"), here, api);
    AuthorizeRequest request =
        new AuthorizeRequest(
            CallerIds.next(), Projects.caller(here), given.word(0), granted, given.text("--note"));
    Accepted accepted = api.post(Accepted.class, ApiClient.of(project, "authorize"), request);
    here.say(
        given.flag("--json")
            ? ApiJson.text(accepted)
            : (granted ? "Granted " : "Refused ") + given.word(0) + ".");
    return Failure.DONE;
  }

  private static boolean granted(String answer) {
    return switch (answer.toLowerCase(Locale.ROOT)) {
      case "yes", "y" -> true;
      case "no", "n" -> false;
      default -> throw Failure.usage("'" + answer + "' is no answer", "Say yes or no");
    };
  }
}
