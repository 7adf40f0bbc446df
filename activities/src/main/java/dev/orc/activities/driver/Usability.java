package dev.orc.activities.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Says whether the program is here and somebody is logged in. Thread-safe: immutable. */
final class Usability {
  private static final int PATIENCE_SECONDS = 20;

  private final DriverFile file;

  Usability(DriverFile file) {
    this.file = file;
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

  private Optional<String> loginFault() {
    String command = String.join(" ", file.login().command());
    try {
      Process process =
          new ProcessBuilder(file.login().command())
              .redirectInput(new File("/dev/null"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.of("'" + command + "' does not answer: " + file.login().remedy());
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
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
