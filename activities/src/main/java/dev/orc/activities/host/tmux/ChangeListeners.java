package dev.orc.activities.host.tmux;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners that something may have changed, on a thread of its own, so that they may ask
 * tmux. What comes while they are being told is told once, afterwards. Thread-safe.
 */
final class ChangeListeners implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeListeners.class);

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore changed = new Semaphore(0);
  private final Thread teller = new Thread(this::tell, "orc-tmux-changes");

  ChangeListeners() {
    teller.setDaemon(true);
    teller.start();
  }

  /** Something may have changed. Never blocks. */
  void changed() {
    changed.release();
  }

  Tmux.Subscription add(Runnable listener) {
    Runnable once = listener::run;
    listeners.add(once);
    return () -> listeners.remove(once);
  }

  @Override
  public void close() {
    teller.interrupt();
  }

  private void tell() {
    try {
      while (true) {
        changed.acquire();
        changed.drainPermits();
        listeners.forEach(ChangeListeners::tell);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.warn("a listener to tmux failed: {}", e.toString(), e);
    }
  }
}
