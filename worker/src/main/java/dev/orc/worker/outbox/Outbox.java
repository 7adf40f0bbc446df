package dev.orc.worker.outbox;

import dev.orc.base.files.PrivateFiles;
import dev.orc.worker.process.Threads;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what agents said while the worker was down: when a file appears, and every few seconds
 * anyway. Each project has a folder and an {@link OutboxLane} of its own. Thread-safe.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final long SWEEP_SECONDS = 3;

  private final Path folder;
  private final OutboxLane.Taker taker;
  private final RefusedWords refused;
  private final WatchService watch;
  private final Map<Path, OutboxLane> lanes = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Threads.daemons("outbox-lane"));
  private final Thread thread = new Thread(this::run, "outbox");

  public Outbox(HostFolders folders, HandOver handOver, RefusedWords refused) {
    this(folders, (OutboxLane.Taker) handOver, refused);
  }

  Outbox(HostFolders folders, OutboxLane.Taker taker, RefusedWords refused) {
    this.folder = folders.outbox();
    this.taker = taker;
    this.refused = refused;
    try {
      PrivateFiles.createFolder(folder);
      refused.open();
      watch = FileSystems.getDefault().newWatchService();
      var unused = folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot watch " + folder, cannot);
    }
  }

  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** What was refused for good. */
  public RefusedWords refused() {
    return refused;
  }

  /** How many files wait. */
  public int size() {
    return laneFolders().stream().mapToInt(lane -> OutboxLane.waiting(lane).size()).sum();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    thread.interrupt();
    thread.join(2_000);
    threads.shutdownNow();
    if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
      LOG.debug("a word was on its way when the outbox closed; the next worker repeats it");
    }
    watch.close();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        sweepIfItCan();
        WatchKey key = watch.poll(SWEEP_SECONDS, TimeUnit.SECONDS);
        if (key != null) {
          var unused = key.pollEvents();
          key.reset();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** A folder that can not be listed for a while must not silence the agents for good. */
  private void sweepIfItCan() {
    try {
      refused.tellTheRest();
      laneFolders().forEach(lane -> lanes.computeIfAbsent(lane, this::open).wake(threads));
    } catch (RuntimeException cannot) {
      LOG.error("the outbox can not be handed over; it is tried again", cannot);
    }
  }

  private OutboxLane open(Path lane) {
    if (!lane.equals(folder)) {
      try {
        var unused = lane.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      } catch (IOException cannot) {
        LOG.warn("{} can not be watched; it is looked at every few seconds", lane, cannot);
      }
    }
    return new OutboxLane(lane, refused, taker);
  }

  /** One for each project, and the folder itself, where an older version kept everything. */
  private List<Path> laneFolders() {
    try (Stream<Path> inside = Files.list(folder)) {
      Stream<Path> projects =
          inside
              .filter(lane -> lane.getFileName().toString().startsWith("to-"))
              .filter(Files::isDirectory);
      return Stream.concat(Stream.of(folder), projects).toList();
    } catch (NoSuchFileException gone) {
      throw new UncheckedIOException("there is no " + folder, gone);
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot list " + folder, cannot);
    }
  }
}
