package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.files.PrivateFiles;
import dev.orc.worker.database.Database;
import dev.orc.worker.process.FileLockHold;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the command line has done to the database while no server runs: {@code keep} copies it,
 * {@code check} says in one line how it is, {@code restore} sets it back to the last good copy.
 */
public final class DatabaseMain {
  private final TemporalFolder folder;
  private final Database database;
  private final PrintStream out;

  DatabaseMain(HostFolders folders, Clock clock, PrintStream out) {
    this.folder = new TemporalFolder(folders);
    this.database = new Database(folder.database(), clock);
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    DatabaseMain main =
        new DatabaseMain(HostFolders.of(System.getenv()), Clock.systemUTC(), System.out);
    try {
      main.run(arguments.length == 0 ? "check" : arguments[0]);
    } catch (Refusal refusal) {
      System.err.println("orc: " + refusal.getMessage() + ". Remedy: " + refusal.remedy());
      System.exit(refusal.kind().exit());
    }
  }

  void run(String verb) throws IOException {
    try (FileLockHold hold = FileLockHold.take(folder.lockFile())) {
      switch (verb) {
        case "keep" -> keep();
        case "check" -> check();
        case "restore" -> restore();
        default ->
            throw new Refusal(
                Refusal.Kind.USAGE, "nothing is called " + verb, "keep, check or restore");
      }
    }
  }

  private void keep() throws IOException {
    if (!serves()) {
      database.copy().ifPresent(at -> out.println("Temporal's database was copied."));
    }
  }

  private void check() {
    if (serves()) {
      out.println("in use; the newest copy is " + told(database.newest()));
      return;
    }
    Optional<String> fault = DevelopmentServer.fault(database, folder);
    if (fault.isPresent()) {
      throw DevelopmentServer.damaged(database, fault.get());
    }
    out.println("sound; the newest copy is " + told(database.newest()));
  }

  private void restore() throws IOException {
    if (serves()) {
      throw new Refusal(
          Refusal.Kind.REFUSED, "Temporal's server runs on that database", "end it: orc down");
    }
    if (DevelopmentServer.fault(database, folder).isEmpty()) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "Temporal's database is sound: nothing is restored",
          "'orc up' starts what is down");
    }
    Database.Restored restored = database.restore();
    Files.deleteIfExists(folder.unreadableMark());
    PrivateFiles.replace(folder.restoredMark(), String.valueOf(restored.copy()) + "\n");
    out.println(
        restored.copy() == null
            ? "There was no good copy: Temporal begins with an empty database."
            : "Temporal's database is that of " + told(Optional.of(restored.copy())) + ".");
    out.println("The damaged one lies in " + restored.aside());
    out.println("An orchestration that is missing now is set up anew by: orc resume PROJECT");
  }

  private boolean serves() {
    return folder.read().filter(server -> server.process().alive()).isPresent();
  }

  static String told(Optional<Instant> at) {
    return at.map(when -> when.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("none");
  }
}
