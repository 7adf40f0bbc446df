package dev.orc.activities.plan.team;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file says about a role; whatever it does not say is null.
 *
 * @param base the role that it extends
 * @param lines the line of each key that is there
 */
record RoleDraft(
    String name,
    Path file,
    String origin,
    String base,
    String department,
    String duty,
    Boolean leads,
    Integer minutes,
    String branch,
    Integer stage,
    List<String> talksTo,
    List<String> waitsFor,
    List<String> needs,
    List<String> folders,
    String brief,
    Map<String, Integer> lines) {
  private static final int USUAL_MINUTES = 30;
  private static final int BUILD = 3;

  int line(String key) {
    return lines.getOrDefault(key, 1);
  }

  /** The role that the file makes of another, or of nothing. */
  LibraryRole over(Optional<LibraryRole> other) {
    LibraryRole below = other.orElseGet(this::fresh);
    return new LibraryRole(
        name,
        or(department, below.department()),
        or(duty, below.duty()),
        or(leads, below.leads()),
        or(minutes, below.minutes()),
        or(branch, below.branch()),
        or(stage, below.stage()),
        or(talksTo, below.talksTo()),
        or(waitsFor, below.waitsFor()),
        or(needs, below.needs()),
        or(folders, below.folders()),
        or(brief, below.brief()),
        origin);
  }

  private LibraryRole fresh() {
    return new LibraryRole(
        name,
        "engineering",
        "",
        false,
        USUAL_MINUTES,
        name + "/",
        BUILD,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        origin);
  }

  private static <T> T or(T said, T below) {
    return said == null ? below : said;
  }
}
