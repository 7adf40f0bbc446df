package dev.orc.activities.agent.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers what each project was told last, so that the same news is told again only after a
 * while, and each time after a longer one: a workflow may be about to act on it. Not thread-safe.
 */
final class AnsweredNews {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Map<String, Told> told = new HashMap<>();

  private record Told(List<String> news, Instant at, Duration rest) {
    /** Told in the future means that the clock was set back: then it does not rest. */
    boolean rests(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(rest));
    }
  }

  /** Whether this may be told now. */
  boolean fresh(String project, List<String> news, Instant now) {
    Told last = told.get(project);
    return last == null || !last.news.equals(news) || !last.rests(now);
  }

  void told(String project, List<String> news, Instant now) {
    if (news.isEmpty()) {
      return;
    }
    Told last = told.get(project);
    boolean again = last != null && last.news.equals(news);
    told.put(project, new Told(news, now, again ? longer(last.rest) : FIRST));
    told.values().removeIf(old -> now.isAfter(old.at.plus(LONGEST)));
  }

  private static Duration longer(Duration rest) {
    Duration twice = rest.multipliedBy(2);
    return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
  }
}
