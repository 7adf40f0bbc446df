package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.regex.Pattern;

/** Counts the services that a project describes: compose, Kubernetes, systemd. Stateless. */
final class Services {
  private static final PathPattern COMPOSE = new PathPattern("{docker-,}compose*.{yaml,yml}");
  private static final PathPattern YAML = new PathPattern("*.{yaml,yml}");
  private static final PathPattern UNIT = new PathPattern("*.service");
  private static final Pattern WORKLOAD =
      Pattern.compile("^kind: *(Deployment|StatefulSet|DaemonSet)\\b", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("^(\\s+)[\\w.-]+:\\s*(#.*)?$");
  private static final int MOST_READ = 200;

  private Services() {}

  static int in(ProjectTree files) {
    List<String> yaml = files.paths().stream().filter(YAML::matches).limit(MOST_READ).toList();
    int composed =
        yaml.stream().filter(COMPOSE::matches).mapToInt(f -> composed(files.text(f))).sum();
    long workloads =
        yaml.stream().mapToLong(f -> WORKLOAD.matcher(files.text(f)).results().count()).sum();
    long units = files.paths().stream().filter(UNIT::matches).count();
    return Math.toIntExact(composed + workloads + units);
  }

  /** The keys right below {@code services:}, which are indented all alike. */
  private static int composed(String text) {
    int count = 0;
    String indent = null;
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '#') {
        inside = line.startsWith("services:");
        continue;
      }
      var name = NAME.matcher(line);
      if (inside && name.matches()) {
        indent = indent == null ? name.group(1) : indent;
        count += name.group(1).equals(indent) ? 1 : 0;
      }
    }
    return count;
  }
}
