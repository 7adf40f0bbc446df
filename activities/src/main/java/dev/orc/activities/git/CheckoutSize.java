package dev.orc.activities.git;

import java.nio.file.Path;
import java.util.stream.Stream;

/** How much disk another checkout of a repository will take. Thread-safe. */
public final class CheckoutSize {
  private final GitProgram git;

  public CheckoutSize(GitProgram git) {
    this.git = git;
  }

  /** Bytes of all files of the current commit; 0 where that can not be told. */
  public long of(Path repository) {
    String listing = git.attempt(repository, "ls-tree", "-r", "-l", "-z", "HEAD").out();
    return Stream.of(listing.split("\0", -1)).mapToLong(CheckoutSize::bytes).sum();
  }

  /** Of an entry as {@code 100644 blob 3b18e5 1234\tpath}; a submodule has no size of its own. */
  private static long bytes(String entry) {
    int tab = entry.indexOf('\t');
    String size = tab < 0 ? "" : entry.substring(entry.lastIndexOf(' ', tab) + 1, tab);
    return size.matches("\\d{1,15}") ? Long.parseLong(size) : 0;
  }
}
