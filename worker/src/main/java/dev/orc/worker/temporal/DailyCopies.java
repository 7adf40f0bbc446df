package dev.orc.worker.temporal;

import dev.orc.worker.database.Database;
import dev.orc.worker.process.FileLockHold;
import dev.orc.worker.process.Threads;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the development server's database once a day while it is up. Thread-safe. */
public final class DailyCopies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyCopies.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final long LOOK_MINUTES = 5;

  private final TemporalFolder folder;
  private final Database database;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Threads.daemons("database-copies"));

  public DailyCopies(HostFolders folders, Clock clock) {
    this.folder = new TemporalFolder(folders);
    this.clock = clock;
    this.database = new Database(folder.database(), clock);
  }

  public DailyCopies start() {
    var unused =
        thread.scheduleWithFixedDelay(this::look, LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
    return this;
  }

  /** Copies when the newest copy is a day old. */
  void look() {
    try (FileLockHold hold = FileLockHold.take(folder.lockFile())) {
      Instant due = clock.instant().minus(DAY);
      if (database.newest().filter(due::isBefore).isEmpty()) {
        Optional<Instant> copied = database.copy();
        LOG.info("the database was copied: {}", copied.isPresent());
      }
    } catch (IOException | RuntimeException cannot) {
      LOG.error("the database can not be copied to {}", database.copies(), cannot);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
