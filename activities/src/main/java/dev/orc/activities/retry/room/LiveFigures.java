package dev.orc.activities.retry.room;

import dev.orc.activities.agent.watch.AgentPanes;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.base.files.FreeSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The figures of this machine, with the agents of one tmux server. Thread-safe. */
public final class LiveFigures implements HostFigures {
  private final Tmux tmux;
  private final Function<Pane, Optional<String>> drivers;
  private final ToLongFunction<Path> checkouts;

  /**
   * @param drivers the driver of the agent that lives in a pane, where it is known
   * @param checkouts how many bytes a checkout of a repository holds
   */
  public LiveFigures(
      Tmux tmux, Function<Pane, Optional<String>> drivers, ToLongFunction<Path> checkouts) {
    this.tmux = tmux;
    this.drivers = drivers;
    this.checkouts = checkouts;
  }

  @Override
  public long memoryFree() {
    return Memory.free();
  }

  @Override
  public long diskFree(Path folder) {
    try {
      return FreeSpace.of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the disk of " + folder + " can not be read", e);
    }
  }

  @Override
  public long checkoutSize(Path repository) {
    return checkouts.applyAsLong(repository);
  }

  @Override
  public List<Living> agents() {
    return AgentPanes.of(tmux.panes()).stream()
        .filter(pane -> !pane.dead())
        .map(pane -> new Living(drivers.apply(pane).orElse(null), tree(pane.pid())))
        .filter(living -> living.bytes() > 0)
        .toList();
  }

  /** The process with everything that it started. */
  private static long tree(long pid) {
    Stream<ProcessHandle> all =
        ProcessHandle.of(pid).stream()
            .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
    return all.mapToLong(process -> Memory.resident(process.pid())).sum();
  }
}
