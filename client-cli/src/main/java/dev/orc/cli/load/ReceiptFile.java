package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the scripted agents note of every prompt: milliseconds, incarnation, message id, beginning,
 * role; separated by tabs. Read on from where the last reading ended. Not thread-safe.
 */
final class ReceiptFile {
  /** A prompt that one life of an agent has received, and its beginning. */
  record Line(Instant at, int life, String id, String text) {}

  private final Path path;
  private final List<Line> lines = new ArrayList<>();
  private long offset;

  ReceiptFile(Path path) {
    this.path = path;
  }

  /** Reads what is new. */
  ReceiptFile read() {
    if (!Files.exists(path)) {
      return this;
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(file.length() - offset)];
      file.seek(offset);
      file.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      int whole = text.lastIndexOf('\n') + 1;
      text.substring(0, whole).lines().map(ReceiptFile::line).forEach(lines::add);
      offset += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
      return this;
    } catch (IOException e) {
      throw Failure.failed(
          "cannot read " + path + ": " + e.getMessage(), "Look for disk space: df");
    }
  }

  int prompts() {
    return lines.size();
  }

  List<Line> lines() {
    return lines;
  }

  private static Line line(String text) {
    String[] parts = text.split("\t", -1);
    return new Line(
        Instant.ofEpochMilli(Long.parseLong(parts[0])),
        Integer.parseInt(parts[1]),
        parts[2],
        parts[3]);
  }
}
