package dev.orc.activities.retry.room;

import java.nio.file.Path;
import java.util.List;

/** What the host has, and what runs on it. Thread-safe. */
public interface HostFigures {
  /** Bytes of memory that programs could still get. */
  long memoryFree();

  /** Bytes that are free on the disk that the folder is on. */
  long diskFree(Path folder);

  /** Bytes of the files that a checkout of the repository holds. */
  long checkoutSize(Path repository);

  /** The agents that live, each with all that it started. */
  List<Living> agents();

  /**
   * An agent that lives.
   *
   * @param driver null when it is not known
   * @param bytes of memory that its processes hold
   */
  record Living(String driver, long bytes) {}
}
