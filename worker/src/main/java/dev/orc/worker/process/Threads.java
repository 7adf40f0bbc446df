package dev.orc.worker.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads as the running JDK offers them. Stateless. */
public final class Threads {
  private Threads() {}

  /** Whether virtual threads are to be had. */
  public static boolean virtual() {
    return Runtime.version().feature() >= 21;
  }

  /** A thread a request: virtual ones, or a bounded pool of daemons. */
  public static ExecutorService forRequests(String name, int most) {
    if (virtual()) {
      return virtualExecutor();
    }
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(512), daemons(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  public static ThreadFactory daemons(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** The language level is below the JDK that has it. */
  private static ExecutorService virtualExecutor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("no virtual threads on " + Runtime.version(), impossible);
    }
  }
}
