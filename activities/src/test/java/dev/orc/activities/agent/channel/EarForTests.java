package dev.orc.activities.agent.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Remembers everything that a program says. */
public final class EarForTests implements Ear {
  private final List<ProgramEvent> events = new ArrayList<>();

  @Override
  public synchronized void hear(ProgramEvent event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public Optional<Instant> awaitTaken(String letterId, Duration atMost)
      throws InterruptedException {
    return first(ProgramEvent.Taken.class, taken -> taken.letterId().equals(letterId), atMost)
        .map(ProgramEvent.Taken::at);
  }

  public synchronized List<ProgramEvent> events() {
    return List.copyOf(events);
  }

  public synchronized void forget() {
    events.clear();
  }

  public <T extends ProgramEvent> List<T> all(Class<T> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Waits for the first event of that kind. */
  public <T extends ProgramEvent> T await(Class<T> kind) throws InterruptedException {
    return await(kind, event -> true);
  }

  public <T extends ProgramEvent> T await(Class<T> kind, Predicate<T> which)
      throws InterruptedException {
    return first(kind, which, Duration.ofSeconds(120))
        .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in " + events()));
  }

  /** Whether such an event comes within that time. */
  public <T extends ProgramEvent> boolean heard(Class<T> kind, Duration within)
      throws InterruptedException {
    return first(kind, event -> true, within).isPresent();
  }

  private synchronized <T extends ProgramEvent> Optional<T> first(
      Class<T> kind, Predicate<T> which, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<T> found =
          events.stream().filter(kind::isInstance).map(kind::cast).filter(which).findFirst();
      long left = (end - System.nanoTime()) / 1_000_000;
      if (found.isPresent() || left <= 0) {
        return found;
      }
      wait(left);
    }
  }
}
