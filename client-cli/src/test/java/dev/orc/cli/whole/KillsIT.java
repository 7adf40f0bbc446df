package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents, worker, server and tmux are killed at random while everybody talks to everybody. */
@Timeout(400)
class KillsIT {
  @TempDir Path folder;

  @Test
  void nothingIsLostDoubledReorderedOrWedged() throws Exception {
    Path stages = folder.toRealPath();
    Shell shell = new Shell(OrcForTests.person()).with("TMPDIR", stages.toString());
    Shell.Result load =
        shell.run(
            "load",
            "--kill-all",
            "15",
            "--projects",
            "2",
            "--agents",
            "2",
            "--seed",
            "4",
            "--json");

    Map<String, Object> figures = ApiJson.readMap(load.out().getBytes(StandardCharsets.UTF_8));
    assertThat(figures)
        .as(load.err())
        .containsEntry("lost", 0)
        .containsEntry("duplicated", 0)
        .containsEntry("reordered", 0)
        .containsEntry("refused", 0)
        .containsEntry("wedged", 0);
    assertThat(load.exit()).isZero();
    assertThat((int) figures.get("messages")).isGreaterThan(20);
    assertThat(figures.keySet()).contains("agent_kills", "worker_kills", "tmux_kills");
    assertThat(stages).isEmptyDirectory();
    assertThat(processesOf(stages)).isEmpty();
  }

  /** Whoever was started with the throwaway home. */
  private static List<String> processesOf(Path stages) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(process -> environment(process).contains("ORC_HOME=" + stages))
          .map(Path::toString)
          .toList();
    }
  }

  private static String environment(Path process) {
    try {
      return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException noProcess) {
      return "";
    }
  }
}
