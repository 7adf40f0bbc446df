package dev.orc.workflows;

import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes down histories for the replay of every build. The edition that they are of is the system
 * property {@value #EDITION}; `scripts/record-histories` sets it.
 */
public final class Recorder {
  public static final String EDITION = "export";
  public static final Path FOLDER = Path.of("src/test/resources/histories");

  private Recorder() {}

  /** The runs of one workflow, first one first, each a file of its own. */
  public static void write(String name, List<WorkflowExecutionHistory> runs) throws IOException {
    Files.createDirectories(FOLDER);
    for (int run = 0; run < runs.size(); run++) {
      String which = runs.size() == 1 ? "" : "-" + (run + 1);
      Path file = FOLDER.resolve(name + "-" + System.getProperty(EDITION) + which + ".json");
      Files.writeString(file, runs.get(run).toJson(false) + "\n", StandardCharsets.UTF_8);
    }
  }
}
