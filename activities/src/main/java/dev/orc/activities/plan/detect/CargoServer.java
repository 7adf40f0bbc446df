package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in Rust that depends on a web framework. */
final class CargoServer implements DevServer {
  private static final Set<String> FRAMEWORKS =
      Set.of("actix-web", "axum", "rocket", "warp", "tide", "poem", "salvo");
  private static final Pattern SECTION = Pattern.compile("\\[dependencies(?:\\.\"?([\\w-]+)\"?)?]");
  private static final Pattern KEY = Pattern.compile("\"?([\\w-]+)\"?\\s*[.=].*");

  @Override
  public Optional<Found> in(ProjectFiles files) {
    if (!files.has("src/main.rs")) {
      return Optional.empty();
    }
    return files
        .text("Cargo.toml")
        .flatMap(CargoServer::framework)
        .map(name -> new Found(List.of("cargo", "run"), "Cargo.toml depends on " + name));
  }

  private static Optional<String> framework(String toml) {
    boolean dependencies = false;
    for (String raw : toml.lines().toList()) {
      String line = raw.strip();
      Matcher section = SECTION.matcher(line);
      Matcher key = KEY.matcher(line);
      if (line.startsWith("[")) {
        dependencies = section.lookingAt() && section.group(1) == null;
        if (section.lookingAt() && section.group(1) != null && isOne(section.group(1))) {
          return Optional.of(section.group(1));
        }
      } else if (dependencies && key.matches() && isOne(key.group(1))) {
        return Optional.of(key.group(1));
      }
    }
    return Optional.empty();
  }

  private static boolean isOne(String name) {
    return FRAMEWORKS.contains(name);
  }
}
