package dev.orc.activities.retry.room;

import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of this machine and of its processes: from {@code /proc} where it is, from the
 * system's own programs elsewhere. Stateless.
 */
final class Memory {
  private static final Path MACHINE = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern PAGE = Pattern.compile("page size of (\\d+) bytes");
  private static final Pattern FREE_PAGES =
      Pattern.compile("Pages (?:free|inactive|speculative|purgeable):\\s+(\\d+)\\.");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Memory() {}

  /** Bytes that programs could still get; as good as without end where nobody can tell. */
  static long free() {
    return Files.exists(MACHINE)
        ? kilobytes(AVAILABLE, read(MACHINE)).orElse(Long.MAX_VALUE)
        : ofPages(said("vm_stat"));
  }

  /** Bytes that the process holds in memory; 0 when it is gone. */
  static long resident(long pid) {
    return Files.exists(MACHINE)
        ? kilobytes(RESIDENT, read(Path.of("/proc", Long.toString(pid), "status"))).orElse(0)
        : ofProcess(said("ps", "-o", "rss=", "-p", Long.toString(pid)));
  }

  /** What {@code vm_stat} of macOS says: free pages, and those that can be had at once. */
  static long ofPages(String said) {
    Matcher page = PAGE.matcher(said);
    if (!page.find()) {
      return Long.MAX_VALUE;
    }
    long pages =
        FREE_PAGES.matcher(said).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
    return pages * Long.parseLong(page.group(1));
  }

  private static long ofProcess(String said) {
    String number = said.strip();
    return number.matches("\\d{1,12}") ? Long.parseLong(number) << 10 : 0;
  }

  private static OptionalLong kilobytes(Pattern line, String text) {
    Matcher found = line.matcher(text);
    return found.find()
        ? OptionalLong.of(Long.parseLong(found.group(1)) << 10)
        : OptionalLong.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return ""; // a process may end before its file is read, and while it is
    }
  }

  private static String said(String... command) {
    try {
      Ended ended = ProgramRun.of(List.of(command)).within(PATIENCE).run(() -> {});
      return ended.well() ? ended.out() : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    } catch (UncheckedIOException notThere) {
      return "";
    }
  }
}
