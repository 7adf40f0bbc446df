package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The link that lets its owner's browser in to Temporal's web UI. Stateless. */
final class UiLink {
  private UiLink() {}

  /** Empty where the UI is not ours to show, or somebody else asks. */
  static Optional<String> of(CommandContext here, HostHealth health) {
    if (health.temporalUi() == null || here.role() != null) {
      return Optional.empty();
    }
    Path file = here.folders().state().resolve("temporal/ui.key");
    try {
      return Optional.of(health.temporalUi() + "/?orc-key=" + Files.readString(file).strip());
    } catch (IOException noDoor) {
      return Optional.of(health.temporalUi());
    }
  }
}
