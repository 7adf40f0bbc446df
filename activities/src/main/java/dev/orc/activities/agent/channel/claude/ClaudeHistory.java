package dev.orc.activities.agent.channel.claude;

import dev.orc.activities.agent.channel.Channel.Known;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claude Code's own record of a conversation: {@code projects/FOLDER/ID.jsonl} below its home. What
 * it has only queued stands there too, in lines of another kind. Thread-safe.
 *
 * @param home the program's
 * @param conversation null when it is not known
 */
record ClaudeHistory(Path home, String conversation) {
  private static final Logger log = LoggerFactory.getLogger(ClaudeHistory.class);
  private static final String QUEUE = "\"type\":\"queue-operation\"";

  Known knows(String letterId) {
    try {
      Optional<Path> file = conversation == null ? Optional.empty() : file();
      return file.isEmpty() ? Known.CANNOT_TELL : knows(file.get(), "[orc " + letterId + " from ");
    } catch (IOException e) {
      log.debug("the conversation {} can not be read: {}", conversation, e.toString());
      return Known.CANNOT_TELL;
    }
  }

  private Optional<Path> file() throws IOException {
    Path projects = home.resolve("projects");
    if (!Files.isDirectory(projects)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(projects)) {
      for (Path folder : folders) {
        Path file = folder.resolve(conversation + ".jsonl");
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static Known knows(Path file, String head) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(head) && !line.contains(QUEUE)) {
          return Known.YES;
        }
      }
      return Known.NO;
    }
  }
}
