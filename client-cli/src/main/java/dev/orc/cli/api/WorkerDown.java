package dev.orc.cli.api;

import dev.orc.cli.command.Failure;

/** Nobody answers at the worker's address. */
public final class WorkerDown extends Failure {
  private static final long serialVersionUID = 1L;

  WorkerDown() {
    super(NO_SERVER, "the worker of this host is not running", "Start it: orc up");
  }

  WorkerDown(Endpoint endpoint, String reason) {
    super(
        NO_SERVER,
        "no worker answers at " + endpoint.host() + ":" + endpoint.port() + " (" + reason + ")",
        "Start it: orc up");
  }
}
