package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.PaneStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A first prompt that goes with the program's start, as the last word of its command line: no guess
 * about readiness is needed. A fixed script of ours puts it there from a file, since tmux takes no
 * command line of that length. Stateless.
 */
final class StartPrompt {
  /** An operating system takes 128 KB as one argument. */
  static final int LONGEST_BYTES = 100_000;

  private static final String TEXT = "prompt";

  private StartPrompt() {}

  /** When a prompt went with the start of that life; empty when none did. */
  static Optional<Instant> writtenAt(Path folder) {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(TEXT)).toInstant());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the first prompt can not be looked at", e);
    }
  }

  /**
   * @param folder of the life; text and script lie there afterwards
   * @param before what stands before a prompt
   */
  static PaneStart with(PaneStart usual, Path folder, List<String> before, String text) {
    try (InputStream script = StartPrompt.class.getResourceAsStream("/hooks/with-prompt.sh")) {
      Path runner = privately(folder.resolve("with-prompt.sh"), script.readAllBytes());
      Path prompt = privately(folder.resolve(TEXT), text.getBytes(StandardCharsets.UTF_8));
      List<String> command = new ArrayList<>();
      command.add("/bin/sh");
      command.add(runner.toString());
      command.add(prompt.toString());
      command.addAll(usual.command());
      command.addAll(before);
      return usual.with(command);
    } catch (IOException e) {
      throw new UncheckedIOException("the first prompt can not be written", e);
    }
  }

  private static Path privately(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.write(file, bytes);
  }
}
