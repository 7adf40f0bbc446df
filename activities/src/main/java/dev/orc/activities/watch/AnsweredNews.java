package dev.orc.activities.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers what each project was told last, so that the same news is not told over and over while
 * a workflow is about to act on it. Not thread-safe.
 */
final class AnsweredNews {
  static final Duration SAME_AGAIN = Duration.ofSeconds(5);

  private final Map<String, Told> told = new HashMap<>();

  private record Told(List<String> news, Instant at) {}

  /** Whether this may be told now. */
  boolean fresh(String project, List<String> news, Instant now) {
    Told last = told.get(project);
    return last == null || !last.news.equals(news) || !now.isBefore(last.at.plus(SAME_AGAIN));
  }

  void told(String project, List<String> news, Instant now) {
    told.put(project, new Told(news, now));
    told.values().removeIf(old -> now.isAfter(old.at.plus(SAME_AGAIN)));
  }
}
