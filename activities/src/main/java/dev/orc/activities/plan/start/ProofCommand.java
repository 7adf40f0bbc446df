package dev.orc.activities.plan.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the command that runs a project's tests, from its build files. Stateless. */
final class ProofCommand {
  private static final int MOST_BYTES = 256 * 1024;

  /**
   * @param file in the root
   * @param text what must stand in it
   */
  private record Known(String file, Pattern text, String command) {
    static Known of(String file, String text, String command) {
      return new Known(file, Pattern.compile(text, Pattern.MULTILINE), command);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          Known.of("pom.xml", "", "mvn -q -B verify"),
          Known.of("gradlew", "", "./gradlew -q check"),
          Known.of("package.json", "\"test\"\\s*:\\s*\"(?!echo )", "npm test"),
          Known.of("Cargo.toml", "", "cargo test --quiet"),
          Known.of("go.mod", "", "go test ./..."),
          Known.of("pytest.ini", "", "python3 -m pytest -q"),
          Known.of("pyproject.toml", "pytest", "python3 -m pytest -q"),
          Known.of("tests/__init__.py", "", "python3 -m unittest"),
          Known.of("Makefile", "^test:", "make test"),
          Known.of("Gemfile", "rspec", "bundle exec rspec"));

  private ProofCommand() {}

  /** Empty when nothing here says how it is tested. */
  static Optional<String> of(Path root) {
    return KNOWN.stream()
        .filter(
            known ->
                text(root.resolve(known.file())).filter(known.text().asPredicate()).isPresent())
        .map(Known::command)
        .findFirst();
  }

  private static Optional<String> text(Path file) {
    try (InputStream in = Files.isRegularFile(file) ? Files.newInputStream(file) : null) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty(); // a file that nobody can read tells nothing
    }
  }
}
