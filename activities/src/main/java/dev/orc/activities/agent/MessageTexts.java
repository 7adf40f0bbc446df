package dev.orc.activities.agent;

import dev.orc.activities.Refusal;
import dev.orc.activities.text.Digest;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the texts that are too long for history in files of the host. Thread-safe. */
public final class MessageTexts {
  private static final int LONGEST_BYTES = 2 << 20;

  private final HostFolders folders;

  public MessageTexts(HostFolders folders) {
    this.folders = folders;
  }

  /** The message with its text in a file when it is long; otherwise as it is. */
  public Message stored(String project, Message message) {
    String text = message.text();
    if (text == null) {
      requireOurs(message.file());
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
      return new String(Files.readAllBytes(requireOurs(message.file())), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw gone(message.file());
    }
  }

  private Path keep(String project, byte[] bytes) {
    Path folder = folders.project(project).resolve("messages");
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

  /** A message names a file; only one of ours is read. */
  private Path requireOurs(String name) {
    try {
      Path file = Path.of(name).toRealPath();
      if (file.startsWith(folders.state().toRealPath()) && Files.isRegularFile(file)) {
        return file;
      }
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw gone(name);
    }
    throw new Refusal(
        Refusal.Kind.REFUSED,
        "the message's file lies outside the state folder",
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
