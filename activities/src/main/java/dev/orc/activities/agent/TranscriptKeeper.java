package dev.orc.activities.agent;

import dev.orc.activities.host.tmux.Tmux.Pane;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what a pane has shown when its window is about to go. */
@FunctionalInterface
public interface TranscriptKeeper {
  /** The file that holds it now; empty when there was nothing to keep. */
  Optional<Path> archive(Pane pane);
}
