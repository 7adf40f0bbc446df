package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CancelCheckIn;

/** {@code orc checkin remove}: a planned check-in is not sent. */
final class CheckInRemove implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "remove", "Drop a check-in.")
        .word("ID", "As orc checkin list shows it.")
        .option("--project", "NAME", "The project; may be left out when only one is running.")
        .json()
        .example("orc checkin remove 01k9ab3x7yz2");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.text("--project"), here, api);
    CancelCheckIn request =
        new CancelCheckIn(CallerIds.next(), Projects.caller(here), given.word(0));
    Accepted accepted = api.post(Accepted.class, ApiClient.of(project, "checkins/cancel"), request);
    Handover.told(here, accepted, "Removed " + given.word(0), given.flag("--json"));
    return Failure.DONE;
  }
}
