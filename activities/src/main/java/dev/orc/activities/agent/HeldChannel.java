package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.ChannelOpener;
import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.channel.ProgramEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channel of one life for as long as it lives: one that falls silent is let go and opened again
 * after a while, and the terminal serves until then. Thread-safe.
 */
final class HeldChannel {
  private static final Logger log = LoggerFactory.getLogger(HeldChannel.class);
  private static final long FIRST_REST_SECONDS = 1;
  private static final long LONGEST_REST_SECONDS = 60;

  private final ChannelLife life;
  private final ChannelOpener opener;
  private final Ear ear;
  private final ScheduledExecutorService threads;
  private volatile Channel channel;
  private volatile boolean over;
  private volatile Future<?> next = CompletableFuture.completedFuture(null);
  private long restSeconds = FIRST_REST_SECONDS;

  /**
   * @param ears makes the ear of this life, which tells everything to its argument too
   */
  HeldChannel(
      ChannelLife life,
      ChannelOpener opener,
      Function<Consumer<ProgramEvent>, Ear> ears,
      ScheduledExecutorService threads) {
    this.life = life;
    this.opener = opener;
    this.ear = ears.apply(this::heard);
    this.threads = threads;
  }

  ChannelLife life() {
    return life;
  }

  /** Empty while it is silent. */
  Optional<Channel> channel() {
    return Optional.ofNullable(channel);
  }

  /** Takes the program up; may take as long as the program needs to come up. */
  synchronized void open() throws ChannelFailure, InterruptedException {
    if (!over && channel == null) {
      channel = opener.open(life, ear);
      restSeconds = FIRST_REST_SECONDS;
    }
  }

  /** The same on a thread of its own, until it has come about. */
  void openSoon() {
    later(0);
  }

  private void heard(ProgramEvent event) {
    if (event instanceof ProgramEvent.Silent silent && !over) {
      log.info("{}:{} is silent: {}", life.project(), life.role(), silent.why());
      try {
        threads.execute(this::letGo);
      } catch (RejectedExecutionException closing) {
        log.debug("the worker closes; the next one takes {} up", life.role());
      }
    }
  }

  private synchronized void letGo() {
    closeChannel();
    again();
  }

  private synchronized void again() {
    if (!over) {
      later(restSeconds);
      restSeconds = Math.min(restSeconds * 2, LONGEST_REST_SECONDS);
    }
  }

  private void later(long seconds) {
    try {
      next = threads.schedule(this::tryOpen, seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException closing) {
      log.debug("the worker closes; the next one takes {} up", life.role());
    }
  }

  private void tryOpen() {
    try {
      open();
    } catch (ChannelFailure e) {
      ear.hear(new ProgramEvent.Silent(e.getMessage(), Instant.now()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("the channel of {}:{} can not be opened", life.project(), life.role(), e);
      ear.hear(new ProgramEvent.Silent("its channel can not be opened: " + e, Instant.now()));
    }
  }

  private void closeChannel() {
    Channel old = channel;
    channel = null;
    if (old != null) {
      old.close();
    }
  }

  /** Lets go of the program, which lives on. */
  void close() {
    over = true;
    next.cancel(true);
    closeChannel();
  }

  /** The life is over. */
  void end() {
    close();
    opener.close(life);
  }
}
