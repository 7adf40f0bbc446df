package dev.orc.cli.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes what programs left in their home. Stateless. */
final class Leftovers {
  private Leftovers() {}

  /** Links are removed, not followed; what a dying program adds meanwhile may stay. */
  static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      try {
        Files.deleteIfExists(file);
      } catch (java.nio.file.DirectoryNotEmptyException e) {
        System.err.println(file + " is left: a program still writes into it");
      }
    }
  }
}
