package dev.orc.worker.temporal;

import dev.orc.activities.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The development server of the {@code temporal} program, with its database file. Stateless;
 * whoever calls holds the server lock.
 */
final class DevelopmentServer {
  private static final Logger LOG = LoggerFactory.getLogger(DevelopmentServer.class);

  private DevelopmentServer() {}

  static ServerRecord start(
      TemporalProgram program, ServerFolder folder, String namespace, int port, int ui) {
    keepBeforeUpgrade(folder, program.version());
    OwnServer.Plan plan =
        new OwnServer.Plan(
            TemporalServer.Kind.DEVELOPMENT,
            command(program, folder.database(), namespace, port, ui),
            withoutProfile(),
            port,
            ui,
            program.version());
    return OwnServer.start(plan, folder);
  }

  private static List<String> command(
      TemporalProgram program, Path database, String namespace, int port, int ui) {
    List<String> command = new ArrayList<>();
    command.add(program.path().toString());
    command.addAll(List.of("server", "start-dev", "--ip", "127.0.0.1"));
    command.addAll(List.of("--port", String.valueOf(port), "--ui-port", String.valueOf(ui)));
    command.addAll(List.of("--db-filename", database.toString()));
    if (!namespace.equals("default")) {
      command.addAll(List.of("--namespace", namespace));
    }
    for (String name : SearchAttributes.NAMES) {
      command.addAll(List.of("--search-attribute", name + "=Keyword"));
    }
    // A write-ahead log: a commit costs one sync instead of three, and is as safe in a power cut.
    command.addAll(List.of("--sqlite-pragma", "journal_mode=wal"));
    command.addAll(List.of("--sqlite-pragma", "synchronous=full"));
    // The defaults throttle a host that has a hundred projects to list and to wake.
    command.addAll(List.of("--dynamic-config-value", "frontend.namespaceRPS=20000"));
    command.addAll(List.of("--dynamic-config-value", "frontend.namespaceRPS.visibility=500"));
    command.addAll(List.of("--dynamic-config-value", "history.maxInFlightUpdates=100"));
    command.addAll(List.of("--log-level", "warn", "--color", "never"));
    command.addAll(List.of("--disable-config-file", "--disable-config-env"));
    return command;
  }

  /** The server must not read the profile that a person has for another one. */
  private static Map<String, String> withoutProfile() {
    Map<String, String> changes = new HashMap<>();
    System.getenv().keySet().stream()
        .filter(name -> name.startsWith("TEMPORAL_"))
        .forEach(name -> changes.put(name, ""));
    return changes;
  }

  /** The schema is never migrated: what another version wrote is copied while nobody runs. */
  private static void keepBeforeUpgrade(ServerFolder folder, String version) {
    try {
      Path note = folder.databaseVersion();
      String before = Files.exists(note) ? Files.readString(note).strip() : version;
      if (!before.equals(version) && Files.exists(folder.database())) {
        String suffix = "." + before.replaceAll("[^A-Za-z0-9.]+", "-") + ".kept";
        copy(folder.database(), suffix);
        copy(Path.of(folder.database() + "-wal"), suffix);
        LOG.info("kept the database of {} before {} opens it", before, version);
      }
      PrivateFiles.replace(note, version + "\n");
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot keep a copy of " + folder.database(), cannot);
    }
  }

  private static void copy(Path file, String suffix) throws IOException {
    if (Files.exists(file)) {
      Files.copy(file, Path.of(file + suffix), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
