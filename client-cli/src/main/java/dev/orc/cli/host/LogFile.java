package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.screen.Clean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** The end of a log, and what is added to it; a new file of the same name is followed too. */
final class LogFile {
  private static final int BLOCK = 64 * 1024;
  private static final int LONGEST_TAIL = 4 * 1024 * 1024;

  private final Path path;
  private final CommandContext here;
  private long read;

  LogFile(Path path, CommandContext here) {
    this.path = path;
    this.here = here;
  }

  /** Shows the last lines, as far as they lie in the last megabytes. */
  void last(int lines) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long start = Math.max(0, file.length() - LONGEST_TAIL);
      byte[] tail = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(tail);
      read = start + startOfLast(tail, lines);
    } catch (IOException e) {
      throw unreadable(e);
    }
    more();
  }

  /** Shows what comes, until the process is ended. */
  int follow() {
    try (WatchService watch = path.getFileSystem().newWatchService()) {
      path.toAbsolutePath()
          .getParent()
          .register(
              watch, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_CREATE);
      while (true) {
        more();
        WatchKey key = watch.take();
        key.pollEvents();
        key.reset();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Failure.INTERRUPTED;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static int startOfLast(byte[] tail, int lines) {
    int breaks = 0;
    for (int i = tail.length - 1; i >= 0; i--) {
      boolean lineEnds = tail[i] == '\n' && i < tail.length - 1;
      if (lines == 0 || lineEnds && ++breaks == lines) {
        return i + 1;
      }
    }
    return 0;
  }

  private void more() {
    try {
      if (Files.size(path) < read) {
        read = 0;
      }
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
        file.seek(read);
        byte[] block = new byte[BLOCK];
        for (int count = file.read(block); count > 0; count = file.read(block)) {
          int whole = wholeLines(block, count);
          read += whole;
          file.seek(read);
          here.out().print(Clean.lines(new String(block, 0, whole, StandardCharsets.UTF_8)));
          if (whole == 0) {
            break;
          }
        }
        here.out().flush();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** How much of a block ends with a line: the rest is read once it is whole. */
  private static int wholeLines(byte[] block, int count) {
    for (int i = count - 1; i >= 0; i--) {
      if (block[i] == '\n') {
        return i + 1;
      }
    }
    return count == BLOCK ? count : 0;
  }

  private Failure unreadable(IOException e) {
    return Failure.failed("cannot read " + path + ": " + e.getMessage(), "See: orc doctor");
  }
}
