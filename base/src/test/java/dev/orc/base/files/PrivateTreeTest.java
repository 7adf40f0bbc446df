package dev.orc.base.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateTreeTest {
  @TempDir Path home;

  @Test
  void whatOthersCouldReadTheyCanNotAnyMore() throws IOException {
    Path state = Files.createDirectories(home.resolve("state/logs")).getParent();
    Path log = Files.writeString(state.resolve("logs/worker.log"), "x");
    Path script = Files.writeString(state.resolve("hook.sh"), "x");
    Path outside = Files.writeString(home.resolve("outside"), "x");
    Files.createSymbolicLink(state.resolve("link"), outside);
    may(state, "rwxr-xr-x");
    may(log, "rw-r--r--");
    may(script, "rwxr-xr-x");
    may(outside, "rw-r--r--");

    PrivateTree.close(state);

    assertThat(rights(state)).isEqualTo("rwx------");
    assertThat(rights(state.resolve("logs"))).isEqualTo("rwx------");
    assertThat(rights(log)).isEqualTo("rw-------");
    assertThat(rights(script)).isEqualTo("rwx------");
    assertThat(rights(outside)).isEqualTo("rw-r--r--");
  }

  private static void may(Path file, String rights) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
