package dev.orc.activities.agent;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.text.Digest;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Keeps the texts that are too long for history in files of the host. Thread-safe. */
public final class MessageTexts {
  private static final Pattern KEPT = Pattern.compile("[0-9a-f]{8,128}\\.txt");
  private static final Pattern BRIEF = Pattern.compile("[\\w-]+-\\d+\\.md");
  private static final int LONGEST_BYTES = 2 << 20;

  private final HostFolders folders;

  public MessageTexts(HostFolders folders) {
    this.folders = folders;
  }

  /** The message with its text in a file when it is long; otherwise as it is. */
  public Message stored(String project, Message message) {
    String text = message.text();
    if (text == null) {
      requireOurs(message.file(), texts(AgentName.requireWord(project)), KEPT);
      return message;
    }
    if (text.length() <= Message.INLINE_CHARACTERS) {
      return message;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_BYTES) {
      throw new Refusal(
          Refusal.Kind.USAGE,
          "the message has " + bytes.length + " bytes; 2 MB are the most",
          "put the text into a file and send its path");
    }
    return with(message, null, keep(AgentName.requireWord(project), bytes).toString());
  }

  /** The message with its text in itself. */
  public Message inlined(Message message) {
    return message.file() == null ? message : with(message, text(message), null);
  }

  /** The text, wherever it is. */
  public String text(Message message) {
    if (message.file() == null) {
      return message.text();
    }
    try {
      return new String(Files.readAllBytes(requireOurs(message)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw gone(message.file());
    }
  }

  private Path keep(String project, byte[] bytes) {
    Path folder = texts(project);
    Path file = folder.resolve(Digest.of(bytes) + ".txt");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        Path draft = Files.createTempFile(folder, ".text", ".draft");
        try {
          Files.write(draft, bytes);
          Files.move(
              draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(draft);
        }
      }
      return file;
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.FAILED,
          "the message's text can not be kept in " + folder + ": " + e.getMessage(),
          "make room there (df), or see its permissions");
    }
  }

  /** Where the texts of a project's messages are kept, and nothing else is. */
  private Path texts(String project) {
    return folders.project(project).resolve("messages");
  }

  /**
   * A message names a file; only one that was kept here as some message's text is read, and what
   * orc itself says may be a brief.
   */
  private Path requireOurs(Message message) {
    String name = message.file();
    try {
      Path project = Path.of(name).resolveSibling("..").normalize().getFileName();
      if (project != null && AgentName.WORD.matcher(project.toString()).matches()) {
        Path briefs = folders.briefs(project.toString());
        boolean brief = Message.ORC.equals(message.from()) && Path.of(name).startsWith(briefs);
        return brief
            ? requireOurs(name, briefs, BRIEF)
            : requireOurs(name, texts(project.toString()), KEPT);
      }
    } catch (InvalidPathException e) {
      throw gone(name);
    }
    throw notOurs();
  }

  private static Path requireOurs(String name, Path texts, Pattern kind) {
    try {
      Path file = Path.of(name).toRealPath();
      boolean kept =
          Files.isRegularFile(file) && kind.matcher(file.getFileName().toString()).matches();
      if (kept && texts.toFile().isDirectory() && file.getParent().equals(texts.toRealPath())) {
        return file;
      }
    } catch (IOException | InvalidPathException e) {
      throw gone(name);
    }
    throw notOurs();
  }

  private static Refusal notOurs() {
    return new Refusal(
        Refusal.Kind.REFUSED,
        "the message's file is no text that was kept for it here",
        "send the text itself");
  }

  private static Refusal gone(String name) {
    return new Refusal(
        Refusal.Kind.NOT_FOUND, "the message's file is gone: " + name, "send the message again");
  }

  private static Message with(Message message, String text, String file) {
    return new Message(
        message.id(),
        message.from(),
        message.to(),
        message.kind(),
        message.priority(),
        message.expires(),
        message.wantsAnswer(),
        message.inReplyTo(),
        text,
        file,
        message.at());
  }
}
