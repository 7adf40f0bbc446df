package dev.orc.cli.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Which real programs the tests drove, and which they missed: one line when all is over. */
final class ProgramNote implements AutoCloseable {
  private static final Path FILE = Path.of("target", "agent-programs.txt");

  private final Set<String> ran = new TreeSet<>();
  private final Set<String> missing = new TreeSet<>();

  synchronized void add(RealProgram program) {
    (program.isThere() ? ran : missing).add(program.toString());
  }

  @Override
  public synchronized void close() throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, line() + "\n");
    System.out.println("Real agent programs: " + line());
  }

  private String line() {
    if (ran.isEmpty()) {
      return "none is there, what drives them was skipped (scripts/install-agents gets them)";
    }
    String all = "ran " + String.join(", ", ran) + " " + NetworkAlone.words();
    return missing.isEmpty() ? all : all + "; missing " + String.join(", ", missing);
  }
}
