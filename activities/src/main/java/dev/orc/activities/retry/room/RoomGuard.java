package dev.orc.activities.retry.room;

import dev.orc.activities.retry.room.HostFigures.Living;
import dev.orc.workflows.activities.BatchActivities.Room;
import dev.orc.workflows.activities.BatchActivities.RoomOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Says whether the host can carry another team: each agent is taken to need as much memory as those
 * that live need on the average, and a checkout of its own. Thread-safe.
 */
public final class RoomGuard {
  /** What builds, transcripts and everybody else may soon need. */
  static final long DISK_MARGIN = 1L << 30;

  private final HostFigures figures;
  private final Function<Path, String> drivers;
  private final long usualAgent;

  /**
   * @param drivers the agent program that a project's roles are filled with
   * @param usualAgent bytes of memory an agent is taken to need while none lives
   */
  public RoomGuard(HostFigures figures, Function<Path, String> drivers, long usualAgent) {
    this.figures = figures;
    this.drivers = drivers;
    this.usualAgent = usualAgent;
  }

  public Room room(RoomOrder order) {
    Path directory = Path.of(order.directory());
    long memoryNeeded = order.agents() * anAgent(drivers.apply(directory));
    long diskNeeded = order.agents() * figures.checkoutSize(directory) + DISK_MARGIN;
    long memoryFree = figures.memoryFree();
    long diskFree = figures.diskFree(directory);
    String why = null;
    if (memoryNeeded > memoryFree) {
      why = tooLittle("memory", memoryNeeded, order.agents(), memoryFree);
    } else if (diskNeeded > diskFree) {
      why = tooLittle("disk", diskNeeded, order.agents(), diskFree);
    }
    return new Room(why == null, why, memoryFree, memoryNeeded, diskFree, diskNeeded);
  }

  /** As those of its driver; as all that live where none of its driver does. */
  private long anAgent(String driver) {
    List<Living> living = figures.agents();
    double any = average(living, one -> true).orElse(usualAgent);
    return (long) average(living, one -> driver.equals(one.driver())).orElse(any);
  }

  private static OptionalDouble average(List<Living> living, Predicate<Living> counted) {
    return living.stream().filter(counted).mapToLong(Living::bytes).average();
  }

  private static String tooLittle(String what, long needed, int agents, long free) {
    return "needs about %s of %s for %d %s, %s are free"
        .formatted(
            readable(needed), what, agents, agents == 1 ? "agent" : "agents", readable(free));
  }

  private static String readable(long bytes) {
    return bytes >= 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
        : String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
  }
}
