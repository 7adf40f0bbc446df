package dev.orc.cli.host;

import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the keeper's log says of one start, from where it ended before. Immutable. */
record KeeperLog(Path file, long from) {
  private static final String WORKER_SAYS = "orc worker: ";
  private static final String AND_MORE = "orc worker| ";
  private static final Pattern ENDED = Pattern.compile(" the worker ended with (\\d+); starting");

  /** To be asked for before the keeper starts. */
  static KeeperLog of(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new KeeperLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** Why the worker would not start although the keeper goes on trying; empty as long as it may. */
  Optional<Failure> refusal() {
    Matcher ended = ENDED.matcher(news());
    return ended.find() ? said(Integer.parseInt(ended.group(1))) : Optional.empty();
  }

  /** The worker's own words as a failure; empty when it said nothing. */
  Optional<Failure> said(int exit) {
    List<String> lines = news().lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).startsWith(WORKER_SAYS)) {
        List<String> more =
            lines.subList(i + 1, lines.size()).stream()
                .takeWhile(line -> line.startsWith(AND_MORE))
                .map(line -> line.substring(AND_MORE.length()))
                .toList();
        String what = lines.get(i).substring(WORKER_SAYS.length());
        return Optional.of(new Failure(exit, what, null, more));
      }
    }
    return Optional.empty();
  }

  private String news() {
    try {
      byte[] all = Files.readAllBytes(file);
      int start = (int) Math.min(from, all.length);
      return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Failure.failed(file + " cannot be read: " + e.getMessage(), "See its permissions");
    }
  }
}
