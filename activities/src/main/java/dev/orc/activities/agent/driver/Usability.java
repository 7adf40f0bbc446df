package dev.orc.activities.agent.driver;

import dev.orc.base.process.ProgramPath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether the program is here and somebody is logged in. Thread-safe: immutable. */
final class Usability {
  private static final Logger log = LoggerFactory.getLogger(Usability.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+[\\w.-]*");

  private final DriverFile file;
  private final Duration patience;

  Usability(DriverFile file) {
    this(file, PATIENCE);
  }

  /**
   * @param patience with the program that says whether somebody is logged in
   */
  Usability(DriverFile file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /** What is wrong and what to do, in one line; empty when nothing is. */
  Optional<String> fault() {
    String program = file.command().get(0);
    if (!program.startsWith("{") && !installed(program)) {
      return Optional.of(
          program
              + " is not on the PATH: install it, or give its place as 'command' in drivers/"
              + file.name()
              + ".yaml of the configuration folder");
    }
    return file.login() == null ? Optional.empty() : loginFault();
  }

  /** What {@code --version} answers, the first number with dots in it. */
  String version() {
    try {
      Process process =
          new ProcessBuilder(file.command().get(0), "--version")
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher number = VERSION.matcher(said);
      return number.find() ? number.group() : "unknown";
    } catch (IOException e) {
      return "unknown";
    }
  }

  private Optional<String> loginFault() {
    String command = String.join(" ", file.login().command());
    try {
      Process process =
          new ProcessBuilder(file.login().command())
              .redirectInput(new File("/dev/null"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        // A host that is busy says nothing of a log-in; the program asks for it where it is
        // missing.
        log.warn("'{}' does not answer within {}", command, patience);
        return Optional.empty();
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(
              file.name() + " is not logged in ('" + command + "'): " + file.login().remedy());
    } catch (IOException e) {
      return Optional.of("'" + command + "' can not be run: " + file.login().remedy());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while asking '" + command + "': try again");
    }
  }

  private static boolean installed(String program) {
    if (program.contains("/")) {
      return Files.isExecutable(Path.of(program));
    }
    return ProgramPath.find(program, System.getenv("PATH")).isPresent();
  }
}
