package dev.orc.cli.queue;

import dev.orc.cli.api.Json;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;

/** Says what a batch was asked for and has accepted. Stateless. */
final class Asked {
  private Asked() {}

  static void say(Given given, Surroundings here, Accepted accepted, String what) {
    if (given.flag("--json")) {
      here.say(Json.text(accepted));
    } else {
      String note = accepted.note() == null ? "" : " (" + accepted.note() + ")";
      here.say(Clean.line(what + note) + ".");
    }
  }
}
