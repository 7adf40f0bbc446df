package dev.orc.activities.plan.spec;

import dev.orc.base.files.GitMark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Spec Kit directory: {@code specs/NNN-name/} with spec.md, plan.md and tasks.md. Immutable.
 *
 * @param directory absolute
 */
public record SpecKit(Path directory) {
  /** Where a repository keeps its Spec Kit directories. */
  public static final String FOLDER = "specs";

  private static final Pattern NUMBERED = Pattern.compile("\\d{3,}-.+");

  /**
   * The Spec Kit directory that is meant by a path: itself, or the spec.md of one, so that nobody
   * gets round its order; empty for anything else.
   */
  public static Optional<SpecKit> meantBy(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return isKit(absolute) ? Optional.of(new SpecKit(absolute)) : Optional.empty();
    }
    Path folder = absolute.getParent();
    boolean document = absolute.endsWith(KitPhase.SPECIFY.document());
    return document && folder != null && inPlace(folder)
        ? Optional.of(new SpecKit(folder))
        : Optional.empty();
  }

  /** Where the directory lies, or is to lie, in its repository. */
  public Path place() {
    return GitMark.above(directory)
        .map(root -> root.relativize(directory))
        .orElseGet(() -> Path.of(FOLDER).resolve(directory.getFileName()));
  }

  /** The document of a phase. */
  Path document(KitPhase phase) {
    return directory.resolve(phase.document());
  }

  /** Whether any of its documents is there. */
  boolean begun() {
    return Stream.of(KitPhase.values()).anyMatch(phase -> Files.exists(document(phase)));
  }

  /** By its name in its place; elsewhere by its name or by two of its documents. */
  private static boolean isKit(Path folder) {
    SpecKit kit = new SpecKit(folder);
    boolean specified = Files.exists(kit.document(KitPhase.SPECIFY));
    boolean planned =
        Files.exists(kit.document(KitPhase.PLAN)) || Files.exists(kit.document(KitPhase.TASKS));
    return inPlace(folder) || specified && planned || numbered(folder) && kit.begun();
  }

  private static boolean inPlace(Path folder) {
    Path parent = folder.getParent();
    return numbered(folder) && parent != null && parent.endsWith(FOLDER);
  }

  private static boolean numbered(Path folder) {
    return folder.getFileName() != null
        && NUMBERED.matcher(folder.getFileName().toString()).matches();
  }
}
