package dev.orc.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
  @TempDir Path folder;

  @Test
  void nothingIsSetUpWithoutThePrograms() {
    for (String command : List.of("demo", "load")) {
      Shell.Result run = new Shell(folder).with("PATH", folder.toString()).run(command);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).isEqualTo("orc: tmux is not on the PATH. Install it: orc setup\n");
      assertThat(run.out()).isEmpty();
    }
  }
}
