package dev.orc.activities.agent.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real programs that scripts/install-agents has put into the cache. */
public final class InstalledAgents {
  private InstalledAgents() {}

  /** The newest version of the program that is there; the test is skipped when there is none. */
  public static Path needed(String program) {
    Optional<Path> found = find(program);
    Assumptions.assumeTrue(
        found.isPresent(), program + " is not there; scripts/install-agents puts it there");
    return found.get();
  }

  /** What takes long with the real programs is not for every build: {@code -Dreal=long} runs it. */
  public static void onlyWhenWished() {
    Assumptions.assumeTrue(wished(), "it takes long: -Dreal=long");
  }

  /** Whether it was said. */
  public static boolean wished() {
    String wish = System.getProperty("real", "");
    return wish.equals("long") || wish.equals("all");
  }

  private static Optional<Path> find(String program) {
    Path versions = cache().resolve(program);
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(versions)) {
      return found
          .sorted(Comparator.comparing(Path::toString).reversed())
          .map(version -> version.resolve("bin").resolve(program))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path cache() {
    String given = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path cache =
        given.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
    return cache.resolve("orc").resolve("agents");
  }
}
