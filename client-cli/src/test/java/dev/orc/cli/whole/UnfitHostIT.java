package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worker can not start: why is said in one line, and nobody goes on trying behind it. */
@Timeout(120)
class UnfitHostIT {
  @Test
  void withoutTmux() throws Exception {
    try (OrcForTests orc = OrcForTests.down()) {
      String path = everythingBut("tmux", orc.folder().resolve("programs")).toString();
      Shell shell = orc.shell().with("PATH", path).with("TEMPORAL_KIND", "embedded");
      refused(orc, shell.run("up"), 1, "'tmux' can not be started: install tmux 3.2 or newer;");

      String spec = orc.repository("shop").resolve("spec.md").toString();
      Shell.Result start = shell.run("start", spec);
      assertThat(start.exit()).isEqualTo(1);
      assertThat(start.err().lines()).last().asString().startsWith("orc: 'tmux' can not");
      assertThat(orc.folder().resolve("shop-tmux-worktrees")).doesNotExist();
    }
  }

  @Test
  void whereTheServerOfTheProfileDoesNotAnswer() throws Exception {
    try (OrcForTests orc = OrcForTests.down()) {
      Shell shell = orc.shell().with("TEMPORAL_ADDRESS", "127.0.0.1:1");
      refused(orc, shell.run("up"), 4, "127.0.0.1:1");
    }
  }

  @Test
  void withAFaultInTheConfiguration() throws Exception {
    try (OrcForTests orc = OrcForTests.down()) {
      Path file = orc.stage().here().folders().config().resolve("config.yaml");
      Files.writeString(file, Files.readString(file) + "drivr: claude\n");
      refused(orc, orc.run("up"), 2, "drivr");
    }
  }

  private static void refused(OrcForTests orc, Shell.Result up, int exit, String why) {
    assertThat(up.err()).startsWith("orc: ").contains(why).hasLineCount(1);
    assertThat(up.exit()).as(up.err()).isEqualTo(exit);
    assertThat(up.out()).isEmpty();
    assertThat(orc.stage().here().folders().state().resolve("keeper.pid")).doesNotExist();
    assertThat(orc.run("down").out()).doesNotContain("worker", "keeper");
  }

  /** A folder with links to every program of the PATH but one. */
  private static Path everythingBut(String name, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String place : List.of("/usr/local/bin", "/usr/bin", "/bin")) {
      try (Stream<Path> programs = Files.list(Path.of(place))) {
        for (Path program : programs.toList()) {
          Path link = folder.resolve(program.getFileName());
          if (!program.endsWith(name) && !Files.exists(link) && Files.exists(program)) {
            Files.createSymbolicLink(link, program);
          }
        }
      }
    }
    return folder;
  }
}
