package dev.orc.cli.stage;

import dev.orc.base.process.ProcessEnvironment;
import java.nio.file.Path;
import java.util.List;

/**
 * Whatever was started with a stage's home, by whomever: a server whose worker was killed before it
 * had written down that there is one is nobody's else. Known where the system shows what processes
 * were started with. Stateless.
 */
final class StageProcesses {
  private StageProcesses() {}

  static List<ProcessHandle> of(Path home) {
    String mark = "ORC_HOME=" + home;
    return ProcessHandle.allProcesses()
        .filter(process -> ProcessEnvironment.of(process.pid()).contains(mark))
        .toList();
  }
}
