package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.LifeFile;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Spooled;
import java.util.Optional;

/**
 * Brings an agent's or a person's words to the worker. An agent's words wait in the outbox while
 * the worker or its server is away; a person is told what to do.
 */
public final class Handover {
  private Handover() {}

  /** Says it to the worker; empty when it went to the outbox instead, which has been told. */
  public static Optional<Accepted> say(
      CommandContext here, String path, Object body, Spooled spooled, String id) {
    boolean agent = here.role() != null && here.variable("ORC_ADDRESS") == null;
    if (agent && OutboxWriter.holdsSome(here, spooled.project())) {
      // Who overtakes what still waits would be heard in the wrong order.
      return keep(here, id, spooled, "Earlier words wait; " + id + " is kept behind them.");
    }
    try {
      return Optional.of(ApiClient.of(here).post(Accepted.class, path, body));
    } catch (Failure e) {
      if (!agent || e.exit() != Failure.NO_SERVER) {
        throw e;
      }
      boolean down = e instanceof WorkerDown;
      String who = down ? "The worker is down; " : "Temporal is away; ";
      return keep(here, id, spooled, who + id + " is kept and handed over when it is back.");
    }
  }

  private static Optional<Accepted> keep(
      CommandContext here, String id, Spooled spooled, String line) {
    OutboxWriter.put(here, id, spooled.with(LifeFile.token(here).orElse(null)));
    here.say(line);
    return Optional.empty();
  }

  /** The worker's word that it has it, as a line or as JSON. */
  static void told(CommandContext here, Accepted accepted, String line, boolean json) {
    if (json) {
      here.say(ApiJson.text(accepted));
      return;
    }
    String note = accepted.note() == null ? "" : " (" + Clean.line(accepted.note()) + ")";
    here.say(line + (accepted.repeated() ? " (had it already)" : "") + note + ".");
  }
}
