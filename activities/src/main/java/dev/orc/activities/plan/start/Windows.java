package dev.orc.activities.plan.start;

import dev.orc.activities.plan.detect.DevServers;
import dev.orc.workflows.model.SideWindow;
import java.nio.file.Path;
import java.util.List;

/** Which windows a session has besides its agents'. Stateless. */
public final class Windows {
  private Windows() {}

  /** The plain shell that every session has. */
  public static SideWindow shell(String directory) {
    return new SideWindow(SideWindow.SHELL, directory, List.of(), "a plain shell in the project");
  }

  /** Those besides the shell's: the dev server's, as it was asked for or found. */
  static List<SideWindow> of(Path root, String asked) {
    return (asked == null || asked.isBlank()
            ? DevServers.find(root)
            : DevServers.given(asked, root))
        .stream().toList();
  }
}
