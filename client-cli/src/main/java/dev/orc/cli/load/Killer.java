package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.host.WorkerStop;
import dev.orc.cli.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Kills the worker or the server with SIGKILL, again and again, from a thread of its own. */
final class Killer implements AutoCloseable {
  private final Duration every;
  private final Supplier<Boolean> kill;
  private final Supplier<Boolean> back;
  private final List<Long> away = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread;
  private int kills;

  private Killer(String name, Duration every, Supplier<Boolean> kill, Supplier<Boolean> back) {
    this.every = every;
    this.kill = kill;
    this.back = back;
    this.thread = new Thread(this::run, "kills-the-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** What makes one for a stage. */
  interface Maker {
    Killer make(Stage stage, Duration every);
  }

  /** One that kills so often; null for never. */
  static Killer maybe(Duration every, Stage stage, Maker maker) {
    return every == null ? null : maker.make(stage, every);
  }

  /** Notes under its name how often it killed, and how long that took away. */
  static void note(String name, Killer killer, Figures figures) {
    if (killer != null) {
      killer.close();
      figures.put(name + "_kills", killer.kills());
      figures.put(name + "_away_ms", killer.away(), 50, 99);
    }
  }

  static Killer ofWorker(Stage stage, Duration every) {
    return new Killer(
        "worker",
        every,
        () -> WorkerStop.killWorker(stage.here()),
        () -> WorkerStart.health(stage.here()).isPresent());
  }

  static Killer ofServer(Stage stage, Duration every) {
    return new Killer(
        "server",
        every,
        () -> WorkerStop.killTemporal(stage.here()),
        () ->
            WorkerStart.health(stage.here())
                .filter(health -> health.temporalReachable())
                .isPresent());
  }

  /** Ends the killing, and waits until what was killed last is back. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    awaitBack();
  }

  int kills() {
    return kills;
  }

  /** Milliseconds from a kill until it answered again. */
  Quantiles away() {
    return Quantiles.of(List.copyOf(away));
  }

  private void run() {
    try {
      while (true) {
        // Counted from when it was back: what is killed again at once never works.
        Moment.await(Instant.now().plus(every));
        Instant killed = Instant.now();
        if (kill.get()) {
          kills++;
          awaitBack();
          away.add(Duration.between(killed, Instant.now()).toMillis());
        }
      }
    } catch (Failure e) {
      if (e.exit() != Failure.INTERRUPTED) {
        throw e;
      }
    }
  }

  private void awaitBack() {
    if (!Moment.awaitThat(back::get, Duration.ofMinutes(1))) {
      throw Failure.failed("what was killed does not come back", "Run again with --keep: orc logs");
    }
  }
}
