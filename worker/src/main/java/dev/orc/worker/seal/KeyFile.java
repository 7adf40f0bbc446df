package dev.orc.worker.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.worker.process.FileLockHold;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where a host's keys lie: a file that its owner alone can read, never half written. Thread-safe;
 * other processes may write it too.
 */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;

  public KeyFile(HostFolders folders) {
    this.file = folders.state().resolve("keys.json");
  }

  public Path path() {
    return file;
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /** Makes the first key where there is none; whether it did. */
  public boolean makeIfMissing() {
    if (exists()) {
      return false;
    }
    boolean[] made = {false};
    change(
        ring -> {
          made[0] = ring.keys().isEmpty();
          return made[0] ? KeyRing.of(SealingKey.random(Instant.now())) : ring;
        });
    return made[0];
  }

  /** The keys; refuses when there are none, or when others could have read them. */
  KeyRing ring() {
    return read()
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.REFUSED,
                    "there is no key at " + file,
                    "'orc key import FILE' brings it from where it was exported, 'orc key rotate'"
                        + " makes a new one, which opens nothing of before"));
  }

  /** Changes the keys while nobody else does. */
  KeyRing change(UnaryOperator<KeyRing> how) {
    try (FileLockHold hold = FileLockHold.take(Path.of(file + ".lock"))) {
      KeyRing now = read().orElseGet(() -> new KeyRing(null, null));
      KeyRing changed = how.apply(now);
      if (!changed.equals(now)) {
        PrivateFiles.replace(file, HostJson.pretty(changed));
      }
      return changed;
    } catch (IOException cannot) {
      throw new UncheckedIOException("the keys at " + file + " can not be changed", cannot);
    }
  }

  /**
   * Differs from one change to the next, even in the same tick of the clock: each change is a file
   * of its own in the place of the last. Empty when it is not there.
   */
  Optional<String> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(now.lastModifiedTime() + " " + now.fileKey());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private Optional<KeyRing> read() {
    try {
      requirePrivate();
      return Optional.of(parsed(Files.readString(file)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private KeyRing parsed(String text) {
    KeyRing ring = null;
    try {
      ring = HostJson.MAPPER.readValue(text, KeyRing.class);
    } catch (JsonProcessingException noJson) {
      // Falls through to the refusal, as what is JSON and no ring does; it holds a secret, so
      // nothing of it is said.
    }
    if (ring == null || !ring.whole()) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "the keys at " + file + " can not be read",
          "put a copy back with 'orc key import FILE' after you have moved that file away");
    }
    return ring;
  }

  private void requirePrivate() throws IOException {
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "others can read the keys at " + file,
          "chmod 600 " + file + ", then 'orc key rotate': what was readable is no secret any more");
    }
  }
}
