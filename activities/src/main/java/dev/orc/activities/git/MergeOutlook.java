package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Foresees merges with git itself, in memory: {@code git merge-tree} merges two commits without a
 * checkout, and what it writes goes into a folder of its own that is deleted. Answers are kept, for
 * two commits always merge alike. Thread-safe.
 */
final class MergeOutlook {
  private static final int KEPT = 2_000;
  private static final int CONFLICTS = 1;
  private static final Pattern VERSION = Pattern.compile("git version (\\d+)\\.(\\d+).*");

  /** What merging two commits would meet: files in conflict, or why nobody can tell. */
  record Outlook(List<String> conflicts, String fault) {}

  private record Pair(Path repository, String one, String other) {}

  private final GitProgram git;
  private final Map<Pair, Outlook> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Outlook> eldest) {
          return size() > KEPT;
        }
      };

  MergeOutlook(GitProgram git) {
    this.git = git;
  }

  /** Why this git can foresee nothing; empty when it can. */
  Optional<String> unable(Path repository) {
    String version = git.say(repository, "version");
    Matcher matcher = VERSION.matcher(version);
    boolean able =
        matcher.matches()
            && (Integer.parseInt(matcher.group(1)) > 2
                || matcher.group(1).equals("2") && Integer.parseInt(matcher.group(2)) >= 38);
    return able
        ? Optional.empty()
        : Optional.of(
            "conflicts can not be foreseen with " + version + ": that needs git 2.38 or newer");
  }

  /** What merging the two commits would meet, in either order. */
  Outlook of(Path repository, String one, String other) {
    boolean ordered = one.compareTo(other) <= 0;
    Pair pair = new Pair(repository, ordered ? one : other, ordered ? other : one);
    synchronized (known) {
      Outlook before = known.get(pair);
      if (before != null) {
        return before;
      }
    }
    Outlook found = merge(pair);
    if (found.fault() == null) {
      synchronized (known) {
        known.put(pair, found);
      }
    }
    return found;
  }

  private Outlook merge(Pair pair) {
    Path scratch = scratch();
    try {
      Ended ended =
          git.attempt(
              pair.repository(),
              Map.of(
                  "GIT_OBJECT_DIRECTORY",
                  scratch.toString(),
                  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                  quoted(GitFiles.of(pair.repository()).common().resolve("objects"))),
              List.of(
                  "merge-tree",
                  "--write-tree",
                  "--name-only",
                  "--no-messages",
                  "-z",
                  pair.one(),
                  pair.other()));
      return read(ended);
    } finally {
      delete(scratch);
    }
  }

  private static Outlook read(Ended ended) {
    if (ended.well()) {
      return new Outlook(List.of(), null);
    }
    List<String> parts = new ArrayList<>(List.of(ended.out().split("\0", -1)));
    if (ended.exit() != CONFLICTS || ended.timedOut() || parts.size() < 2) {
      return new Outlook(List.of(), ended.firstLine());
    }
    // The merged tree comes first, then each file as often as it has sides.
    List<String> files =
        parts.subList(1, parts.size()).stream().filter(f -> !f.isEmpty()).distinct().toList();
    return new Outlook(files, null);
  }

  /** As git reads a path among several: in quotes, so that none of its characters means more. */
  private static String quoted(Path path) {
    String escaped =
        path.toAbsolutePath()
            .toString()
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("orc-merge-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
