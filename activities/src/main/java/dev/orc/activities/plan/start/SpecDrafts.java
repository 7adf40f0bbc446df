package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.SpecDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drafts specs for projects that have none, from what the projects say of themselves. A draft lies
 * in the host's own folder, never in the repository. Thread-safe.
 */
public final class SpecDrafts {
  private static final int MOST_GUESSES = 5;

  private final HostFolders folders;
  private final List<Path> projectFolders;
  private final RepositoryCheck repositories;

  /**
   * @param projectFolders where projects are looked for by their names
   */
  public SpecDrafts(HostFolders folders, List<Path> projectFolders, RepositoryCheck repositories) {
    this.folders = folders;
    this.projectFolders = List.copyOf(projectFolders);
    this.repositories = repositories;
  }

  /**
   * @throws Refusal when there is no such project, or it is no repository
   */
  public SpecDraft of(DraftRequest request) {
    Path place =
        request.directory() == null
            ? named(request.name())
            : Paths.absolute(request.directory(), "the project");
    Path root = repositories.root(place);
    InformalSpec spec = InformalSpec.of(root);
    Path file = folders.project(Slug.of(root)).resolve("draft.md");
    try {
      keepBeside(file, spec.text());
      PrivateFiles.replace(file, spec.text());
    } catch (IOException e) {
      throw new UncheckedIOException("the draft " + file + " can not be written", e);
    }
    return new SpecDraft(root.toString(), file.toString(), spec.text(), spec.sources());
  }

  /** A draft that somebody has edited stays beside the new one. */
  private static void keepBeside(Path file, String text) throws IOException {
    if (Files.exists(file) && !Files.readString(file).equals(text)) {
      PrivateFiles.replace(file.resolveSibling("draft.before.md"), Files.readString(file));
    }
  }

  private Path named(String name) {
    if (projectFolders.isEmpty()) {
      throw new Refusal(
          Kind.NOT_FOUND,
          "'" + name + "' is no spec, and no folder with projects is configured",
          "name a spec, or add project-folders to " + folders.config().resolve("config.yaml"));
    }
    List<Path> found = new ArrayList<>();
    if (AgentName.WORD.matcher(Slug.of(Path.of(name))).matches()) {
      projectFolders.forEach(folder -> found.addAll(inside(folder, name)));
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw found.isEmpty()
        ? new Refusal(
            Kind.NOT_FOUND,
            "'" + name + "' is no spec, and no project in the project folders",
            like(name).isEmpty()
                ? "name a spec or one of the folders in "
                    + String.join(", ", projectFolders.stream().map(Path::toString).toList())
                : "did you mean " + String.join(", ", like(name)) + "?")
        : new Refusal(
            Kind.USAGE,
            "'" + name + "' is the name of " + found.size() + " projects",
            "name the one with --project " + found.get(0));
  }

  /** The first few projects whose names hold that one. */
  private List<String> like(String name) {
    String word = Slug.of(Path.of(name));
    return projectFolders.stream()
        .filter(Files::isDirectory)
        .flatMap(folder -> folders(folder).stream())
        .filter(path -> Slug.of(path).contains(word))
        .map(path -> path.getFileName().toString())
        .distinct()
        .limit(MOST_GUESSES)
        .toList();
  }

  /** The folder of exactly that name, else those whose name becomes the same word. */
  private static List<Path> inside(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> projects = folders(folder);
    List<Path> exact =
        projects.stream().filter(path -> path.getFileName().toString().equals(name)).toList();
    String word = Slug.of(Path.of(name));
    return exact.isEmpty()
        ? projects.stream().filter(path -> Slug.of(path).equals(word)).toList()
        : exact;
  }

  /** Those that are no hidden ones. */
  private static List<Path> folders(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " can not be read", e);
    }
  }
}
