package dev.orc.activities.host.session;

import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.base.files.PrivateFiles;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a pane remembers, an agent's or a side window's, after it is gone. Thread-safe. */
public final class Transcripts {
  private static final Logger LOG = LoggerFactory.getLogger(Transcripts.class);

  private final HostFolders folders;
  private final Tmux tmux;

  public Transcripts(HostFolders folders, Tmux tmux) {
    this.folders = folders;
    this.tmux = tmux;
  }

  /**
   * Writes the pane's transcript, in the place of an earlier one of the same life or window;
   * answers its file. Empty when the pane is gone, or is marked as neither.
   */
  public Optional<Path> archive(Pane pane) {
    if (!isMarked(pane) || tmux.pane(pane.id()).isEmpty()) {
      return Optional.empty();
    }
    Path file = file(pane);
    try {
      PrivateFiles.replace(file, CleanText.forTerminal(tmux.transcript(pane.id())) + "\n");
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the transcript " + file + " can not be written", e);
    }
  }

  /** Where the transcript of that life of the agent lies. */
  public Path file(String project, String role, int incarnation) {
    return folder(project).resolve(AgentName.requireWord(role) + "-" + incarnation + ".txt");
  }

  /** A word has no dot, so no life's transcript is called as a side window's. */
  private Path file(Pane pane) {
    return pane.role().isEmpty()
        ? folder(pane.project()).resolve(pane.side() + ".window.txt")
        : file(pane.project(), pane.role(), pane.incarnation());
  }

  /** What is kept of a project's panes, by name. */
  List<Path> archived(String project) throws IOException {
    return archived(folders, project);
  }

  static List<Path> archived(HostFolders folders, String project) throws IOException {
    Path folder = folder(folders, project);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static Path folder(HostFolders folders, String project) {
    return folders.project(AgentName.requireWord(project)).resolve("transcripts");
  }

  Path folder(String project) {
    return folder(folders, project);
  }

  /** Marks can be changed by whatever runs in the pane, and here they name a file. */
  private static boolean isMarked(Pane pane) {
    String name = pane.role().isEmpty() ? pane.side() : pane.role();
    boolean marked =
        AgentName.WORD.matcher(pane.project()).matches() && AgentName.WORD.matcher(name).matches();
    if (!marked && !name.isEmpty()) {
      LOG.warn("the pane {} is marked as none can be; its transcript is not kept", pane.id());
    }
    return marked;
  }
}
