package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.process.ProgramPath;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The {@code temporal} program of this host. Immutable. */
record TemporalProgram(Path path, String version) {
  /** Looks at {@code ORC_TEMPORAL_BIN}, in the cache where setup puts it, and on the PATH. */
  static Optional<TemporalProgram> find(HostFolders folders, Map<String, String> environment) {
    String named = environment.getOrDefault("ORC_TEMPORAL_BIN", "");
    if (named.isEmpty()) {
      return firstOf(places(folders, environment));
    }
    Optional<TemporalProgram> program = firstOf(List.of(Path.of(named)));
    if (program.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.USAGE,
          "ORC_TEMPORAL_BIN names " + named + ", which is no temporal program",
          "correct it, or unset it to have the program looked for");
    }
    return program;
  }

  private static Optional<TemporalProgram> firstOf(List<Path> places) {
    return places.stream()
        .filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
        .map(TemporalProgram::at)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<Path> places(HostFolders folders, Map<String, String> environment) {
    List<Path> places = new ArrayList<>();
    places.add(folders.cache().resolve("bin/temporal"));
    ProgramPath.all("temporal", environment.get("PATH")).forEach(places::add);
    return places;
  }

  /** A file that does not say its version is no program that we can use. */
  private static Optional<TemporalProgram> at(Path path) {
    try {
      Process asked =
          new ProcessBuilder(path.toString(), "--version").redirectErrorStream(true).start();
      asked.getOutputStream().close();
      boolean ended = asked.waitFor(10, TimeUnit.SECONDS);
      if (!ended) {
        asked.destroyForcibly();
        return Optional.empty();
      }
      byte[] said = asked.getInputStream().readNBytes(1_000);
      String line = new String(said, StandardCharsets.UTF_8).strip();
      return asked.exitValue() == 0 && line.startsWith("temporal version")
          ? Optional.of(
              new TemporalProgram(path, line.substring("temporal version".length()).strip()))
          : Optional.empty();
    } catch (IOException unusable) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
