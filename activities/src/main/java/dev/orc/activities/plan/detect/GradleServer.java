package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spring Boot, Quarkus, and whatever Gradle's application plugin runs. */
final class GradleServer implements DevServer {
  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<![:'\"])//[^\\n]*", Pattern.DOTALL);
  private static final Pattern SPRING = plugin("org\\.springframework\\.boot");
  private static final Pattern QUARKUS = plugin("io\\.quarkus");
  private static final Pattern APPLICATION =
      Pattern.compile(
          plugin("(?:application|io\\.ktor\\.plugin|io\\.micronaut\\.application)").pattern()
              + "|^\\s*application\\s*$",
          Pattern.MULTILINE);

  @Override
  public Optional<Found> in(ProjectFiles files) {
    return files
        .first(List.of("build.gradle.kts", "build.gradle"))
        .flatMap(name -> in(files, name, files.text(name).orElse("")));
  }

  private static Optional<Found> in(ProjectFiles files, String name, String text) {
    String build = COMMENT.matcher(text).replaceAll("");
    String gradle = files.executable("gradlew") ? "./gradlew" : "gradle";
    if (SPRING.matcher(build).find()) {
      return Optional.of(
          new Found(
              List.of(gradle, "bootRun", "--args=--server.address=127.0.0.1"),
              name + " has Spring Boot's plugin"));
    }
    if (QUARKUS.matcher(build).find()) {
      return Optional.of(new Found(List.of(gradle, "quarkusDev"), name + " has Quarkus's plugin"));
    }
    return APPLICATION.matcher(build).find()
        ? Optional.of(new Found(List.of(gradle, "run"), name + " has the application plugin"))
        : Optional.empty();
  }

  private static Pattern plugin(String id) {
    return Pattern.compile(
        "(?:\\bid\\s*\\(?\\s*|apply plugin:\\s*|apply\\(plugin\\s*=\\s*)['\"]" + id + "['\"]");
  }
}
