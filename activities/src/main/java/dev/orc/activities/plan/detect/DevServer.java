package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;

/** One kind of project that has a dev server. Implementations are stateless. */
interface DevServer {
  /** How it is started; empty when the files are of another kind of project. */
  Optional<Found> in(ProjectFiles files);

  /**
   * @param command the program and its arguments
   * @param why which file told it, in one line
   */
  record Found(List<String> command, String why) {
    public Found {
      command = List.copyOf(command);
    }
  }
}
