package dev.orc.worker.seal;

import dev.orc.activities.failure.Refusal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys as a process holds them: read when they are wanted first, and again when the file has
 * changed, so that a rotation needs no restart. Thread-safe.
 */
final class HeldKeys {
  private static final Logger LOG = LoggerFactory.getLogger(HeldKeys.class);
  private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();

  private final KeyFile file;
  private volatile KeyRing held;
  private String stamp;
  private long lookedAt;

  HeldKeys(KeyFile file) {
    this.file = file;
  }

  SealingKey sealing() {
    return ring(LOOK_NANOS).sealing();
  }

  /** The key of that id; a file that may have got it since is looked at. */
  Optional<SealingKey> find(String id) {
    Optional<SealingKey> known = ring(LOOK_NANOS).find(id);
    return known.isPresent() ? known : ring(0).find(id);
  }

  private synchronized KeyRing ring(long patience) {
    long now = System.nanoTime();
    if (held == null) {
      stamp = file.stamp().orElse(null);
      held = file.ring();
      lookedAt = now;
    } else if (now - lookedAt >= patience) {
      lookAgain();
      lookedAt = now;
    }
    return held;
  }

  /** A file that has gone, or is unreadable for now, takes away no key that is held. */
  private void lookAgain() {
    Optional<String> now = file.stamp();
    if (now.isEmpty() || now.get().equals(stamp)) {
      return;
    }
    stamp = now.get();
    try {
      held = file.ring();
    } catch (Refusal | UncheckedIOException unusable) {
      LOG.error("the keys are used as they were: {}", unusable.getMessage());
    }
  }
}
