package dev.orc.activities.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of one agent: a file of JSON lines, one for each stage that a delivery reached, the
 * latest messages only. Thread-safe.
 *
 * <p>A line is handed to the operating system and not forced to the disk: a killed worker loses
 * nothing by that, and a loss of power ends the agents too, after which no entry of their lives
 * counts any more.
 */
final class RoleJournal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MESSAGES = 256;
  private static final int LINES = 2_048;

  private final Path file;
  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  private int lines;
  private boolean loaded;

  RoleJournal(Path file) {
    this.file = file;
  }

  synchronized Optional<JournalEntry> entry(String id) {
    load();
    return Optional.ofNullable(entries.get(id));
  }

  /** Whether the latest message to that life may still be in its composer. */
  synchronized boolean leftUnconfirmed(int incarnation) {
    load();
    return entries.values().stream()
        .filter(entry -> entry.incarnation() == incarnation)
        .reduce((earlier, later) -> later)
        .filter(entry -> entry.stage().inComposer())
        .isPresent();
  }

  synchronized void note(JournalEntry entry) {
    load();
    keep(entry);
    if (lines >= LINES) {
      compact();
    } else {
      appendWhole(entry);
    }
  }

  /**
   * After a line that a full disk cut off the file is written anew, or the next would be spoilt.
   */
  private void appendWhole(JournalEntry entry) {
    int before = lines;
    lines = LINES;
    append(List.of(entry), file);
    lines = before + 1;
  }

  private void keep(JournalEntry entry) {
    entries.remove(entry.id());
    entries.put(entry.id(), entry);
    if (entries.size() > MESSAGES) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  private void load() {
    if (loaded) {
      return;
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(this::take);
      lines = (int) text.lines().count();
      if (!text.endsWith("\n")) {
        compact();
      }
    } catch (NoSuchFileException e) {
      createFolder();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + file + " can not be read", e);
    }
    loaded = true;
  }

  private void createFolder() {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + file + " can not be written", e);
    }
  }

  /** A line that a crash cut off says nothing. */
  private void take(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      keep(
          new JournalEntry(
              node.path("id").asText(),
              node.path("incarnation").asInt(),
              DeliveryStage.valueOf(node.path("stage").asText()),
              time(node.path("submitted")),
              time(node.path("sent"))));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      lines++;
    }
  }

  private static Instant time(JsonNode millis) {
    return millis.isNumber() ? Instant.ofEpochMilli(millis.asLong()) : null;
  }

  private void compact() {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.deleteIfExists(draft);
      append(new ArrayList<>(entries.values()), draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      lines = entries.size();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + file + " can not be written", e);
    }
  }

  private static void append(List<JournalEntry> what, Path to) {
    StringBuilder text = new StringBuilder();
    for (JournalEntry entry : what) {
      ObjectNode line = JSON.createObjectNode();
      line.put("id", entry.id());
      line.put("incarnation", entry.incarnation());
      line.put("stage", entry.stage().name());
      if (entry.submittedAt() != null) {
        line.put("submitted", entry.submittedAt().toEpochMilli());
      }
      if (entry.sentAt() != null) {
        line.put("sent", entry.sentAt().toEpochMilli());
      }
      text.append(line).append('\n');
    }
    try {
      Files.writeString(to, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + to + " can not be written", e);
    }
  }
}
