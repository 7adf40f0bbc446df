package dev.orc.cli.queue;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;

/** Says what a batch was asked for and has accepted. Stateless. */
final class BatchAcknowledgement {
  private BatchAcknowledgement() {}

  static void say(GivenArguments given, CommandContext here, Accepted accepted, String what) {
    if (given.flag("--json")) {
      here.say(ApiJson.text(accepted));
    } else {
      String note = accepted.note() == null ? "" : " (" + accepted.note() + ")";
      here.say(Clean.line(what + note) + ".");
    }
  }
}
