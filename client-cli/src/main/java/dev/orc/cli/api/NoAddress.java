package dev.orc.cli.api;

import dev.orc.cli.command.Failure;
import java.nio.file.Path;

/** The file that says where the worker is does not say it. */
public final class NoAddress extends Failure {
  private static final long serialVersionUID = 1L;

  NoAddress(Path file) {
    super(
        FAILED,
        "cannot read the worker's address in " + file,
        "orc down ends the worker without it; orc up writes it anew");
  }
}
