package dev.orc.worker.temporal;

import dev.orc.workflows.model.HostFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the tests find the {@code temporal} program, if this machine has one. */
public final class TemporalForTests {
  private TemporalForTests() {}

  /**
   * Its path, the pinned one in the cache before any other; null when the tests have to do with the
   * embedded server.
   */
  public static String program() {
    String named = System.getenv("ORC_TEMPORAL_BIN");
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .filter(folder -> folder.startsWith("/"))
            .map(folder -> Path.of(folder, "temporal"));
    Path setUp = HostFolders.of(System.getenv()).cache().resolve("bin/temporal");
    return Stream.concat(
            named == null ? Stream.empty() : Stream.of(Path.of(named)),
            Stream.concat(Stream.of(setUp), onPath))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }
}
