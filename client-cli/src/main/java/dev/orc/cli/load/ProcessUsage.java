package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.host.WorkerStop;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** What a process costs between two looks at it. Not thread-safe. */
final class ProcessUsage {
  private final Stage stage;
  private final LongSupplier process;
  private long pid;
  private Duration cpu = Duration.ZERO;
  private Instant since = Instant.now();

  private ProcessUsage(Stage stage, LongSupplier process) {
    this.stage = stage;
    this.process = process;
    restart();
  }

  static ProcessUsage ofWorker(Stage stage) {
    return new ProcessUsage(
        stage, () -> WorkerStart.health(stage.here()).map(HostHealth::pid).orElse(0L));
  }

  static ProcessUsage ofServer(Stage stage) {
    return new ProcessUsage(stage, () -> WorkerStop.temporalPid(stage.here()));
  }

  /** Counts from now. */
  void restart() {
    pid = process.getAsLong();
    cpu = spent();
    since = Instant.now();
  }

  /** Of one core; null when the process is another one by now. */
  Double cpuPercent() {
    if (process.getAsLong() != pid) {
      return null;
    }
    double used = spent().minus(cpu).toMillis();
    double passed = Math.max(1, Duration.between(since, Instant.now()).toMillis());
    return Math.round(used / passed * 1_000) / 10.0;
  }

  long rssMib() {
    long now = process.getAsLong();
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
      throw Failure.failed("cannot read the memory of " + now + ": " + e.getMessage(), "Try again");
    }
    String kilobytes =
        stage.output(stage.folder(), List.of("ps", "-o", "rss=", "-p", String.valueOf(now)));
    return Long.parseLong(kilobytes.strip()) / 1024;
  }

  private Duration spent() {
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
