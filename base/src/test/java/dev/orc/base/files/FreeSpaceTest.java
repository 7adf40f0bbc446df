package dev.orc.base.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  @TempDir Path folder;

  @Test
  void isWhatTheFileSystemSays() throws IOException {
    long megabyte = 1 << 20;
    assertThat(FreeSpace.of(folder) / megabyte)
        .isCloseTo(Files.getFileStore(folder).getUsableSpace() / megabyte, within(2_000L));
  }

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertThatThrownBy(() -> FreeSpace.of(folder.resolve("gone")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
