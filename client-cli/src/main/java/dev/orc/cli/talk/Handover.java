package dev.orc.cli.talk;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Json;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Spooled;
import java.util.Optional;

/**
 * Brings an agent's or a person's words to the worker. An agent's words wait in the outbox while
 * the worker is down; a person is told to start it.
 */
final class Handover {
  private Handover() {}

  /** Says it to the worker; empty when it went to the outbox instead, which has been told. */
  static Optional<Accepted> say(
      Surroundings here, String path, Object body, Spooled spooled, String id) {
    try {
      return Optional.of(Api.of(here).post(Accepted.class, path, body));
    } catch (WorkerDown e) {
      if (here.role() == null || here.variable("ORC_ADDRESS") != null) {
        throw e;
      }
      Outbox.put(here, id, spooled);
      here.say("The worker is down; " + id + " is kept and handed over when it is back.");
      return Optional.empty();
    }
  }

  /** The worker's word that it has it, as a line or as JSON. */
  static void told(Surroundings here, Accepted accepted, String line, boolean json) {
    if (json) {
      here.say(Json.text(accepted));
      return;
    }
    String note = accepted.note() == null ? "" : " (" + Clean.line(accepted.note()) + ")";
    here.say(line + (accepted.repeated() ? " (had it already)" : "") + note + ".");
  }
}
