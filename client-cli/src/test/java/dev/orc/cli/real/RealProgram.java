package dev.orc.cli.real;

import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A real agent program, where {@code scripts/install-agents} puts it.
 *
 * @param driver what orc and the table of pinned versions call it
 * @param program the file to run, whether it is there or not
 */
record RealProgram(String driver, String version, Path program) {
  private static final Path TABLE = Path.of("..", "scripts", "agents.txt");

  /** The table's first version of a driver: the newest that is pinned. */
  static RealProgram newest(String driver) throws IOException {
    return pinned().stream()
        .filter(one -> one.driver().equals(driver))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(TABLE + " has no " + driver));
  }

  static RealProgram of(String driver, String version) throws IOException {
    return version.isEmpty()
        ? newest(driver)
        : new RealProgram(driver, version, place(driver, version));
  }

  boolean isThere() {
    return Files.isExecutable(program);
  }

  /** The folder with everything that belongs to it. */
  Path tree() {
    return program.getParent().getParent();
  }

  @Override
  public String toString() {
    return driver + " " + version;
  }

  private static List<RealProgram> pinned() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> List.of(line.strip().split("\\s+", -1)))
        .map(
            words -> new RealProgram(words.get(0), words.get(1), place(words.get(0), words.get(1))))
        .toList();
  }

  /** {@code ORC_AGENTS} names another folder than the cache. */
  private static Path place(String driver, String version) {
    String named = System.getenv("ORC_AGENTS");
    Path folder =
        Optional.ofNullable(named)
            .map(Path::of)
            .orElseGet(() -> HostFolders.of(System.getenv()).cache().resolve("agents"));
    return folder.resolve(driver).resolve(version).resolve("bin").resolve(driver);
  }
}
