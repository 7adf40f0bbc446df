package dev.orc.activities.notice;

import dev.orc.activities.text.CleanText;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A person's own command that is told of each need in its environment: {@code ORC_NEED_ID}, {@code
 * ORC_PROJECT}, {@code ORC_ROLE}, {@code ORC_NEED}, {@code ORC_REMEDY}, {@code ORC_NEED_AT}. No
 * shell sees it. Thread-safe.
 *
 * @param words the program and its arguments
 * @param environment added to the worker's
 * @param within how long it may take
 */
public record NoticeCommand(List<String> words, Map<String, String> environment, Duration within) {
  private static final int KEPT_OUTPUT = 4_096;

  public NoticeCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a notice command needs a program");
    }
  }

  /** Runs it; an exception says in one line why it failed. */
  void run(Need need) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    put(builder, "ORC_NEED_ID", need.id());
    put(builder, "ORC_PROJECT", need.project());
    put(builder, "ORC_ROLE", need.role());
    put(builder, "ORC_NEED", need.what());
    put(builder, "ORC_REMEDY", need.remedy());
    put(builder, "ORC_NEED_AT", need.at() == null ? null : need.at().toString());
    Path output = Files.createTempFile("orc-notice", ".txt");
    try {
      Process process = builder.redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      finish(process, output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private void finish(Process process, Path output) throws IOException, InterruptedException {
    try {
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(words.get(0) + " took longer than " + within.toSeconds() + " s");
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          words.get(0) + " exited with " + process.exitValue() + ": " + beginning(output));
    }
  }

  private static String beginning(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      String said = new String(in.readNBytes(KEPT_OUTPUT), StandardCharsets.UTF_8);
      return CleanText.oneLine(said, 200);
    }
  }

  private static void put(ProcessBuilder builder, String name, String value) {
    builder.environment().put(name, value == null ? "" : CleanText.oneLine(value));
  }
}
