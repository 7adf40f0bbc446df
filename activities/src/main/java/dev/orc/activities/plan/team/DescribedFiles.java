package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists a folder in which each file describes one thing: a role, a type, a workflow. Stateless. */
final class DescribedFiles {
  private DescribedFiles() {}

  /**
   * In the order of their names; what editors and people leave beside them does not count.
   *
   * @param most more of them are a fault, and none is listed
   */
  static List<Path> in(Path folder, int most, List<Fault> faults) {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, DescribedFiles::counts)) {
      stream.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      faults.add(new Fault(folder, 1, "the folder can not be read", "make it a readable folder"));
    }
    if (files.size() > most) {
      faults.add(new Fault(folder, 1, "more than " + most + " files are here", "keep fewer"));
      return List.of();
    }
    files.sort(Comparator.comparing(file -> file.getFileName().toString()));
    return files;
  }

  private static boolean counts(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && !name.endsWith("~") && !name.equals("README.md");
  }
}
