package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecKit;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project in the making, in a hidden folder beside its place, so that the place itself never
 * holds half of one. For one thread.
 */
final class Draft {
  private static final String ENDING = ".orc-making";
  private static final int DEEPEST = 8;

  private final Path directory;

  private Draft(Path directory) {
    this.directory = directory;
  }

  /** A fresh one; what an earlier one that was killed left is removed. */
  static Draft beside(Path place) throws IOException {
    Path directory = place.resolveSibling("." + place.getFileName() + ENDING);
    if (Files.exists(directory)) {
      clear(directory);
    }
    Files.createDirectories(mark(directory).getParent());
    Files.createFile(mark(directory));
    return new Draft(directory);
  }

  Path directory() {
    return directory;
  }

  /** The spec: a document under its own name, a Spec Kit directory where a repository keeps it. */
  void fill(SpecDocument document) throws IOException {
    Optional<SpecKit> kit = SpecKit.meantBy(document.file());
    if (kit.isPresent()) {
      copy(kit.get().directory(), directory.resolve(kit.get().place()));
    } else {
      String name = document.file().getFileName().toString();
      String usable = name.equals(".git") ? "spec.md" : name;
      Files.writeString(directory.resolve(usable), document.text());
    }
  }

  /** Takes its place, all at once; an empty folder there makes room. */
  void become(Path place) throws IOException {
    try {
      Files.move(directory, place, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(mark(place));
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      throw new Refusal(
          Kind.REFUSED,
          "somebody has just made " + place,
          "look what it is, and start again with another place");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> inside = Files.walk(from, DEEPEST)) {
      files = inside.filter(file -> Files.isRegularFile(file)).toList();
    }
    Path real = from.toRealPath();
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file));
      // A link that leads out of the directory may lead to anything.
      if (file.toRealPath().startsWith(real) && !copy.toString().contains("/.git/")) {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Says that the folder is a draft of ours and nobody's work. */
  private static Path mark(Path directory) {
    return directory.resolve(".git/orc-making");
  }

  /** The mark goes last of all files: as long as one is there, it says whose they are. */
  private static void clear(Path directory) throws IOException {
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(directory)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    List<Path> files =
        inside.stream()
            .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
            .toList();
    Path mark = mark(directory);
    if (!files.isEmpty() && !files.contains(mark)) {
      throw new Refusal(
          Kind.REFUSED, directory + " is in the way, and orc did not make it", "move it away");
    }
    for (Path file : files) {
      if (!file.equals(mark)) {
        Files.deleteIfExists(file);
      }
    }
    for (Path left : inside) {
      Files.deleteIfExists(left);
    }
  }
}
