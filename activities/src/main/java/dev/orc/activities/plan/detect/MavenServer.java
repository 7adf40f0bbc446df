package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spring Boot and Quarkus, built by Maven; a pom that only holds modules runs nothing. */
final class MavenServer implements DevServer {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern MODULES = Pattern.compile("<packaging>\\s*pom\\s*</packaging>");
  private static final Pattern SPRING = plugin("spring-boot-maven-plugin");
  private static final Pattern QUARKUS = plugin("quarkus-maven-plugin");

  @Override
  public Optional<Found> in(ProjectFiles files) {
    String pom = COMMENT.matcher(files.text("pom.xml").orElse("")).replaceAll("");
    if (MODULES.matcher(pom).find()) {
      return Optional.empty();
    }
    String maven = files.executable("mvnw") ? "./mvnw" : "mvn";
    if (SPRING.matcher(pom).find()) {
      return Optional.of(
          new Found(
              List.of(
                  maven,
                  "spring-boot:run",
                  "-Dspring-boot.run.arguments=--server.address=127.0.0.1"),
              "pom.xml has Spring Boot's plugin"));
    }
    return QUARKUS.matcher(pom).find()
        ? Optional.of(new Found(List.of(maven, "quarkus:dev"), "pom.xml has Quarkus's plugin"))
        : Optional.empty();
  }

  private static Pattern plugin(String artifact) {
    return Pattern.compile("<artifactId>\\s*" + artifact + "\\s*</artifactId>");
  }
}
