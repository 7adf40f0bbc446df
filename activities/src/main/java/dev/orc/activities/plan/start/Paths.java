package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the paths of a request. Stateless. */
final class Paths {
  private Paths() {}

  /**
   * An absolute path.
   *
   * @param what it is the path of
   */
  static Path absolute(String text, String what) {
    if (text == null || text.isBlank()) {
      throw new Refusal(Kind.USAGE, what + " is not named", "name it from / on");
    }
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path.normalize();
      }
    } catch (InvalidPathException e) {
      throw new Refusal(
          Kind.USAGE,
          what + " is no path that this host can have: " + e.getReason(),
          "name another; where its letters are not ASCII, start the worker with LC_ALL=C.UTF-8");
    }
    throw new Refusal(
        Kind.USAGE, what + " '" + text + "' is not an absolute path", "name it from / on");
  }

  /** Where the path really leads, as far as it is there. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }
}
