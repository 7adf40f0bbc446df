package dev.orc.activities.agent.driver;

import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The files through which agent programs tell of themselves. Thread-safe. */
public final class Hooks {
  private final Path folder;

  public Hooks(HostFolders folders) {
    this.folder = folders.state().resolve("hooks");
  }

  /** Writes the script that every program's hooks run, and answers where it is. */
  public Path install() {
    try (InputStream in = Hooks.class.getResourceAsStream("/hooks/hook.sh")) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return write(script(), script, "rwx------");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where {@link #install} puts the script. */
  Path script() {
    return folder.resolve("hook.sh");
  }

  /** Writes a file whole or not at all, and only when it is not there already. */
  static Path write(Path file, String text, String permissions) {
    try {
      if (Files.exists(file)
          && Files.readString(file).equals(text)
          && PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
              .equals(permissions)) {
        return file;
      }
      Files.createDirectories(file.getParent());
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              "." + file.getFileName(),
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
      Files.writeString(fresh, text);
      return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("can not write " + file, e);
    }
  }
}
