package dev.orc.activities.agent.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what hooks write: woken by the file system, and every few seconds whether it was woken or
 * not. One thread; its methods may be called from any.
 */
final class SpoolWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpoolWatch.class);
  private static final Duration SWEEP = Duration.ofSeconds(2);
  private static final String ENDING = ".jsonl";

  private final Path spool;
  private final LiveHostTruth truth;
  private final WatchService service;
  private final Map<String, WatchKey> keys = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "orc-watch-spool");

  SpoolWatch(Path spool, LiveHostTruth truth) {
    this.spool = spool;
    this.truth = truth;
    try {
      this.service = FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Begins to look at a project's folder. */
  void look(String project) {
    keys.compute(project, (name, key) -> key != null && key.isValid() ? key : register(name));
  }

  private WatchKey register(String project) {
    try {
      Path folder = Files.createDirectories(spool.resolve(project));
      return folder.register(
          service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException | ClosedWatchServiceException e) {
      log.warn("no news of {}'s hooks, only a look every {}: {}", project, SWEEP, e.toString());
      return null;
    }
  }

  void leave(String project) {
    WatchKey key = keys.remove(project);
    if (key != null) {
      key.cancel();
    }
  }

  private void run() {
    Deadline sweep = Deadline.in(SWEEP);
    try {
      while (true) {
        WatchKey key = service.poll(sweep.leftMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
          take(key);
        }
        if (sweep.over()) {
          truth.agents().forEach(this::drain);
          sweep = Deadline.in(SWEEP);
        }
      }
    } catch (ClosedWatchServiceException e) {
      log.debug("the spool is no longer watched");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(WatchKey key) {
    String project = String.valueOf(((Path) key.watchable()).getFileName());
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path file && file.toString().endsWith(ENDING)) {
        String name = file.toString();
        String role = name.substring(0, name.length() - ENDING.length());
        truth.agentsOf(project).stream()
            .filter(agent -> agent.name().role().equals(role))
            .forEach(this::drain);
      } else {
        truth.agentsOf(project).forEach(this::drain);
      }
    }
    if (!key.reset()) {
      keys.remove(project, key);
    }
  }

  private void drain(AgentTruth agent) {
    try {
      truth.drain(agent);
    } catch (RuntimeException e) {
      log.error("reading the spool of {} failed", agent.name(), e);
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
