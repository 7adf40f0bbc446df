package dev.orc.base.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  @TempDir Path folder;

  /** {@code df} asks the file system itself too, in a chroot as well. */
  @Test
  void isWhatTheFileSystemSays() throws IOException, InterruptedException {
    Process df = new ProcessBuilder("df", "-kP", folder.toString()).start();
    String said = new String(df.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(df.waitFor()).isZero();
    long free = Long.parseLong(said.lines().skip(1).findFirst().orElseThrow().split("\\s+", -1)[3]);
    assertThat(FreeSpace.of(folder) >> 20).isCloseTo(free >> 10, within(2_000L));
  }

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertThatThrownBy(() -> FreeSpace.of(folder.resolve("gone")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
