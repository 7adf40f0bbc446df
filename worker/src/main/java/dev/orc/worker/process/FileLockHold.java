package dev.orc.worker.process;

import dev.orc.base.files.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock on a file, held until closed or until the process ends. Not thread-safe; the lock itself
 * also keeps other threads of this process out.
 */
public final class FileLockHold implements Closeable {
  private final FileChannel channel;
  private final FileLock lock;

  private FileLockHold(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** The lock, or nothing when somebody else holds it. */
  public static Optional<FileLockHold> tryTake(Path file) throws IOException {
    PrivateFiles.createFolder(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new FileLockHold(channel, lock));
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // The same answer as for a lock of another process.
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
    channel.close();
    return Optional.empty();
  }

  /** The lock, waited for; only one thread of this process may ask at a time. */
  public static FileLockHold take(Path file) throws IOException {
    PrivateFiles.createFolder(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return new FileLockHold(channel, channel.lock());
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    }
  }
}
