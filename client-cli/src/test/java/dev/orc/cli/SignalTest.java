package dev.orc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orc.cli.command.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C lets whoever has to clean up finish, whatever the command itself does meanwhile. */
@Timeout(60)
class SignalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SIGINT = 2;

  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void aCommandThatIsInterruptedDoesNotCutTheCleaningOff()
      throws IOException, InterruptedException {
    assumeTrue(
        hearsInterrupts(), "whoever started this build in the background has it ignore them");
    worker.answer("GET /v1/projects/shop", 200, Samples.shop());
    worker.answer("GET /v1/projects/shop/timeline?since=0", 200, List.of());
    worker.raw("GET /v1/events?project=shop", "HTTP/1.1 200 OK\r\n\r\n");
    Process watch = watch();
    try {
      await("GET /v1/projects/shop/timeline?since=0");
      Process kill = new ProcessBuilder("kill", "-INT", "" + watch.pid()).start();
      assertThat(kill.waitFor()).isZero();

      assertThat(there("begun")).isTrue();
      worker.close();
      Files.createFile(folder.resolve("go"));
      assertThat(watch.waitFor()).isEqualTo(130);
      assertThat(folder.resolve("struck")).exists();
    } finally {
      watch.destroyForcibly();
    }
  }

  /** What a program ignores, those that it starts ignore too. */
  private static boolean hearsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .noneMatch(ignored -> (ignored & 1 << SIGINT - 1) != 0);
    }
  }

  private Process watch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Cleaning.class.getName(),
            folder.toString(),
            "watch",
            "shop");
    builder.environment().put("ORC_ADDRESS", "http://127.0.0.1:" + worker.port());
    builder.environment().put("ORC_TOKEN", "secret");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private void await(String line) {
    assertThat(
            Moment.awaitThat(
                () -> worker.requests().stream().anyMatch(one -> one.line().equals(line)),
                PATIENCE))
        .isTrue();
  }

  private boolean there(String name) {
    return Moment.awaitThat(() -> Files.exists(folder.resolve(name)), PATIENCE);
  }

  /** Runs orc, and cleans up slowly at the end. */
  static final class Cleaning {
    private Cleaning() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(folder), "cleaning"));
      Main.main(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    private static void clean(Path folder) {
      try {
        Files.createFile(folder.resolve("begun"));
        if (Moment.awaitThat(() -> Files.exists(folder.resolve("go")), PATIENCE)) {
          Files.createFile(folder.resolve("struck"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
