package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.host.Uprising;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the worker's process costs between two looks at it. */
final class WorkerUsage {
  private final Stage stage;
  private final Path folder;
  private long pid;
  private Duration cpu = Duration.ZERO;
  private Instant since = Instant.now();

  WorkerUsage(Stage stage, Path folder) {
    this.stage = stage;
    this.folder = folder;
    restart();
  }

  /** Counts from now. */
  void restart() {
    pid = Uprising.health(stage.here()).map(HostHealth::pid).orElseThrow();
    cpu = spent();
    since = Instant.now();
  }

  /** Of one core; null when the process is another one by now. */
  Double cpuPercent() {
    if (Uprising.health(stage.here()).map(HostHealth::pid).orElse(0L) != pid) {
      return null;
    }
    double used = spent().minus(cpu).toMillis();
    double passed = Math.max(1, Duration.between(since, Instant.now()).toMillis());
    return Math.round(used / passed * 1_000) / 10.0;
  }

  long rssMib() {
    long now = Uprising.health(stage.here()).map(HostHealth::pid).orElseThrow();
    try {
      Path status = Path.of("/proc/" + now + "/status");
      if (Files.exists(status)) {
        return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElseThrow();
      }
    } catch (IOException e) {
      throw Failure.failed("cannot read the worker's memory: " + e.getMessage(), "Try again");
    }
    String kilobytes = stage.output(folder, List.of("ps", "-o", "rss=", "-p", String.valueOf(now)));
    return Long.parseLong(kilobytes.strip()) / 1024;
  }

  private Duration spent() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
