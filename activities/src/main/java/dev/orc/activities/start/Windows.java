package dev.orc.activities.start;

import dev.orc.activities.Refusal;
import dev.orc.activities.Refusal.Kind;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which windows a session has besides its agents'. Immutable. */
public final class Windows {
  private static final String DEV_SERVER = "dev-server";

  private final Function<Path, Optional<SideWindow>> devServers;

  /**
   * @param devServers finds the dev server of a project, from its type
   */
  Windows(Function<Path, Optional<SideWindow>> devServers) {
    this.devServers = devServers;
  }

  /** The plain shell that every session has. */
  public static SideWindow shell(String directory) {
    return new SideWindow("shell", directory, List.of(), "a plain shell in the project");
  }

  /** Those besides the shell's: the dev server's, as it was asked for or found. */
  List<SideWindow> of(Path root, String asked) {
    if (StartRequest.NO_DEV_SERVER.equals(asked)) {
      return List.of();
    }
    return asked == null || asked.isBlank()
        ? devServers.apply(root).stream().toList()
        : List.of(new SideWindow(DEV_SERVER, root.toString(), words(asked), "asked for"));
  }

  private static List<String> words(String line) {
    try {
      return Words.of(line);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Kind.USAGE,
          "the dev server's command '" + line + "': " + e.getMessage(),
          "write it as a shell would read it, or none");
    }
  }
}
