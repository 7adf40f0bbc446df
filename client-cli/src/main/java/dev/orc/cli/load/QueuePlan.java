package dev.orc.cli.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The projects of a measured queue, and how each is to end. Immutable. */
final class QueuePlan {
  /** What becomes of a project. */
  enum Course {
    SMOOTH("Do it."),
    FAILS_ONCE("Fail once, then do it."),
    FAILS_ALWAYS("Fail always.");

    private final String goal;

    Course(String goal) {
      this.goal = goal;
    }
  }

  /**
   * One project.
   *
   * @param after the name of the one that it depends on; null when there is none
   */
  record Planned(String name, Course course, int priority, String after) {
    String spec() {
      return "# Project %s\n\nGOAL: %s\n\nVERIFY:\n- test -s result.txt\n"
          .formatted(name, course.goal);
    }
  }

  private static final int PRIORITIES = 4;

  /** So many projects have one among them that depends on another. */
  private static final int WITH_DEPENDENCY = 10;

  private final Map<String, Planned> projects = new TreeMap<>();

  QueuePlan(QueueOptions options) {
    int once = options.projects() * options.failOnce() / 100;
    int always = options.projects() * options.failAlways() / 100;
    for (int i = 0; i < options.projects(); i++) {
      String name = name(i);
      boolean fails = spread(i, always, options.projects());
      // Counted from the other end, so that both are spread and never the same project.
      boolean failsOnce = !fails && spread(options.projects() - 1 - i, once, options.projects());
      Course course = fails ? Course.FAILS_ALWAYS : failsOnce ? Course.FAILS_ONCE : Course.SMOOTH;
      projects.put(name, new Planned(name, course, i % PRIORITIES, after(i)));
    }
  }

  List<Planned> projects() {
    return List.copyOf(projects.values());
  }

  Planned project(String name) {
    return projects.get(name);
  }

  long count(Course course) {
    return projects.values().stream().filter(one -> one.course() == course).count();
  }

  /** The spec map, as its file has it. */
  Map<String, Object> specMap() {
    List<Map<String, Object>> specs = new ArrayList<>();
    for (Planned one : projects.values()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("spec_file", one.name() + ".md");
      entry.put("project_directory", "../projects/" + one.name());
      entry.put("priority", one.priority());
      if (one.after() != null) {
        entry.put("depends_on", List.of(one.after()));
      }
      specs.add(entry);
    }
    return Map.of("version", "1.0", "specs", specs);
  }

  /** Nothing depends on what fails always: what depends on it would be skipped. */
  private String after(int i) {
    if (i % WITH_DEPENDENCY != WITH_DEPENDENCY - 1) {
      return null;
    }
    for (int before = i - 3; before >= 0; before--) {
      if (projects.get(name(before)).course() != Course.FAILS_ALWAYS) {
        return name(before);
      }
    }
    return null;
  }

  /** Whether the i-th of all is one of some that are spread evenly. */
  private static boolean spread(int i, int some, int all) {
    return (long) (i + 1) * some / all > (long) i * some / all;
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "p-%04d", i + 1);
  }
}
