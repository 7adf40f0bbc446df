package dev.orc.activities.plan.analysis;

import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.base.text.CleanText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project's files in a few lines: names and numbers, never what is in them. Stateless. */
final class TreeSummary {
  private static final int MOST_NAMES = 60;
  private static final int MOST_ENDINGS = 15;
  private static final int NAME_CHARACTERS = 60;

  private TreeSummary() {}

  static String of(Path root) {
    if (!Files.isDirectory(root)) {
      return "There are none: it is yet to be made.";
    }
    try {
      List<String> files = ProjectTree.of(root).paths();
      return files.size() + " files" + endings(files) + "\nIn its root: " + names(root);
    } catch (IOException e) {
      throw new UncheckedIOException("the project " + root + " can not be read", e);
    }
  }

  private static String endings(List<String> files) {
    Map<String, Long> counts =
        files.stream()
            .map(TreeSummary::ending)
            .filter(ending -> !ending.isEmpty())
            .collect(Collectors.groupingBy(ending -> ending, TreeMap::new, Collectors.counting()));
    Comparator<Map.Entry<String, Long>> most =
        Map.Entry.comparingByValue(Comparator.reverseOrder());
    String shown =
        counts.entrySet().stream()
            .sorted(most.thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_ENDINGS)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? "" : ": " + shown;
  }

  private static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 1 ? "" : CleanText.oneLine(name.substring(dot), NAME_CHARACTERS);
  }

  private static String names(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().equals(".git"))
          .map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
          .sorted()
          .limit(MOST_NAMES)
          .map(name -> CleanText.oneLine(name, NAME_CHARACTERS))
          .collect(Collectors.joining(", "));
    }
  }
}
