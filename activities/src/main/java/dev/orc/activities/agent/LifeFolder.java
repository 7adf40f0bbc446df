package dev.orc.activities.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a role's lives on disk: the conversation that a later life goes on with, and for
 * each life a folder that only its owner may look into. Thread-safe; one at a time writes, the
 * agent's lane sees to that.
 */
final class LifeFolder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final String CONVERSATION = "conversation.json";
  private static final String LIFE = "life.json";

  private final Path folder;

  LifeFolder(HostFolders folders, AgentName agent) {
    this.folder = folders.lives(agent);
  }

  /**
   * A program's conversation, as the program names it.
   *
   * @param driver whose it is
   * @param worktree in which it was held: programs look for it by its folder
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Conversation(String id, String driver, String worktree) {}

  Optional<Conversation> conversation() {
    return read(folder.resolve(CONVERSATION), Conversation.class);
  }

  void keep(Conversation conversation) {
    write(folder.resolve(CONVERSATION), conversation);
  }

  void forgetConversation() {
    try {
      Files.deleteIfExists(folder.resolve(CONVERSATION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of a life that is about to begin, empty; those of other lives go. */
  Path begin(int incarnation) {
    try {
      Files.createDirectories(folder, PRIVATE);
      List<Path> old = new ArrayList<>();
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, Files::isDirectory)) {
        found.forEach(old::add);
      }
      for (Path life : old) {
        delete(life);
      }
      return Files.createDirectory(place(incarnation), PRIVATE);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " can not be made", e);
    }
  }

  private static void delete(Path life) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(life)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(life);
  }

  Path place(int incarnation) {
    return folder.resolve(Integer.toString(incarnation));
  }

  /**
   * What later workers need to know of a life.
   *
   * @param driver what fills it
   * @param resumed whether it goes on with the conversation of an earlier one
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record KeptLife(ChannelLife channel, String driver, boolean resumed) {}

  void note(KeptLife life) {
    write(life.channel().folder().resolve(LIFE), life);
  }

  Optional<KeptLife> life(int incarnation) {
    return read(place(incarnation).resolve(LIFE), KeptLife.class);
  }

  /** The program has said what its conversation in that life is called. */
  void converses(int incarnation, String id) {
    life(incarnation)
        .ifPresent(
            life -> {
              ChannelLife channel = life.channel();
              note(new KeptLife(channel.with(id), life.driver(), life.resumed()));
              keep(new Conversation(id, life.driver(), channel.worktree().toString()));
            });
  }

  private static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      // Written whole or not at all: it is another version's, and says nothing to this one.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + file + " can not be read", e);
    }
  }

  private void write(Path file, Object what) {
    try {
      Files.createDirectories(folder, PRIVATE);
      Path draft = Files.createTempFile(file.getParent(), ".note", ".draft", PRIVATE_FILE);
      Files.writeString(draft, JSON.writeValueAsString(what));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + file + " can not be written", e);
    }
  }
}
