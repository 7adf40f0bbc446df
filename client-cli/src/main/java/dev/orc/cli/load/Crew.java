package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does one thing to many, several at a time. Stateless. */
final class Crew {
  private Crew() {}

  static <T> void all(int atOnce, List<T> many, Consumer<T> task) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, many.size()));
    try {
      List<Future<?>> running = new ArrayList<>();
      for (T one : many) {
        running.add(threads.submit(() -> task.accept(one)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    } finally {
      threads.shutdownNow();
    }
  }
}
