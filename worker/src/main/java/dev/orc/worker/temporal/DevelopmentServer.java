package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.files.PrivateFiles;
import dev.orc.worker.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The development server of the {@code temporal} program, with its database file. Stateless;
 * whoever calls holds the server lock.
 */
final class DevelopmentServer {
  private static final Logger LOG = LoggerFactory.getLogger(DevelopmentServer.class);

  /** Where the door decodes for the UI. */
  static final String CODEC_PATH = "/orc-codec";

  private static final int LONGEST = 64 * 1024;
  private static final String UNREADABLE_FAULT = "its server can not read it";
  private static final Pattern UNREADABLE =
      Pattern.compile("database disk image is malformed|file is not a database");

  private DevelopmentServer() {}

  static ServerRecord start(
      TemporalProgram program,
      TemporalFolder folder,
      String namespace,
      int port,
      int ui,
      int door) {
    requireSound(folder);
    keepBeforeUpgrade(folder, program.version());
    String uiHost = LoopbackAddress.hidden();
    OwnServer.Plan plan =
        new OwnServer.Plan(
            TemporalServer.Kind.DEVELOPMENT,
            command(program, folder.database(), namespace, uiHost, List.of(port, ui, door)),
            withoutProfile(),
            port,
            ui,
            door,
            uiHost,
            program.version());
    long before = size(folder.log());
    try {
      return OwnServer.start(plan, folder);
    } catch (Refusal died) {
      if (saysUnreadable(folder.log(), before)) {
        folder.markUnreadable();
        throw damaged(database(folder), UNREADABLE_FAULT);
      }
      throw died;
    }
  }

  private static Database database(TemporalFolder folder) {
    return new Database(folder.database(), Clock.systemUTC());
  }

  /** A server that begins with what is left would have lost the rest without a word. */
  private static void requireSound(TemporalFolder folder) {
    Database database = database(folder);
    fault(database, folder)
        .ifPresent(
            fault -> {
              throw damaged(database, fault);
            });
  }

  /** What is wrong with it, as we see it or as its server did the last time. */
  static Optional<String> fault(Database database, TemporalFolder folder) {
    return database
        .fault()
        .or(() -> folder.unreadable() ? Optional.of(UNREADABLE_FAULT) : Optional.empty());
  }

  /** What is said when the database can not be used; the command line knows it by its beginning. */
  static Refusal damaged(Database database, String fault) {
    String offer =
        database
            .lastGood()
            .map(at -> "the copy of " + DatabaseMain.told(Optional.of(at)))
            .orElse("an empty one, for there is no good copy");
    return new Refusal(
        Refusal.Kind.NO_SERVER,
        "Temporal's database is damaged: " + fault,
        "'orc up --restore' puts it aside and takes " + offer);
  }

  /** Whether the server's words since then say that it could not read its database. */
  private static boolean saysUnreadable(Path log, long before) {
    try (FileChannel words = FileChannel.open(log)) {
      ByteBuffer since = ByteBuffer.allocate((int) Math.min(LONGEST, words.size() - before));
      int read = words.read(since, Math.max(before, words.size() - LONGEST));
      String said = new String(since.array(), 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
      return UNREADABLE.matcher(said).find();
    } catch (IOException unreadable) {
      LOG.warn("{} can not be read", log, unreadable);
      return false;
    }
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + log, unreadable);
    }
  }

  private static List<String> command(
      TemporalProgram program,
      Path database,
      String namespace,
      String uiHost,
      List<Integer> ports) {
    List<String> command = new ArrayList<>();
    command.add(program.path().toString());
    command.addAll(List.of("server", "start-dev", "--ip", "127.0.0.1"));
    command.addAll(List.of("--port", ports.get(0) + "", "--ui-port", ports.get(1) + ""));
    // Behind the door, where no web page knows to look for it.
    command.addAll(List.of("--ui-ip", uiHost));
    // The server's own HTTP, which we do not use, would answer any page whose name leads here.
    command.addAll(
        List.of("--dynamic-config-value", "frontend.httpAllowedHosts=[\"nobody.invalid\"]"));
    // What is sealed the UI asks of the door in front of it, which the worker keeps.
    command.addAll(List.of("--ui-codec-endpoint", "http://127.0.0.1:" + ports.get(2) + CODEC_PATH));
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
  private static void keepBeforeUpgrade(TemporalFolder folder, String version) {
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
