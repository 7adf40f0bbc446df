package dev.orc.activities.agent;

import dev.orc.activities.tmux.Tmux.Pane;

/** Keeps what a pane has shown when its window is about to go. */
@FunctionalInterface
public interface TranscriptKeeper {
  void archive(Pane pane);
}
