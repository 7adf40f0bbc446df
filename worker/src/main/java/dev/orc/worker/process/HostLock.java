package dev.orc.worker.process;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One worker a host: a file lock that ends with its process, and the pid for people. */
public final class HostLock implements AutoCloseable {
  private final FileLockHold hold;
  private final Path pidFile;

  private HostLock(FileLockHold hold, Path pidFile) {
    this.hold = hold;
    this.pidFile = pidFile;
  }

  /** The file that is locked while a worker runs. */
  public static Path file(HostFolders folders) {
    return folders.state().resolve("worker.lock");
  }

  public static HostLock take(HostFolders folders) {
    Path pidFile = folders.state().resolve("worker.pid");
    try {
      FileLockHold hold = FileLockHold.tryTake(file(folders)).orElseThrow(() -> held(pidFile));
      PrivateFiles.replace(pidFile, ProcessHandle.current().pid() + "\n");
      return new HostLock(hold, pidFile);
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot lock " + folders.state(), cannot);
    }
  }

  @Override
  public void close() throws IOException {
    try (hold) {
      Files.deleteIfExists(pidFile);
    }
  }

  private static Refusal held(Path pidFile) {
    return new Refusal(
        Refusal.Kind.REFUSED,
        "a worker of this host runs already" + pid(pidFile),
        "use it, or end it with 'orc down'");
  }

  private static String pid(Path pidFile) {
    try {
      return " (pid " + Files.readString(pidFile).strip() + ")";
    } catch (IOException notWrittenYet) {
      return "";
    }
  }
}
