package dev.orc.base.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void replacesTheWholeContentForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("deep/er/file.txt");
    WholeFile.write(file, "a long first content");
    WholeFile.write(file, "ü");

    assertThat(file).hasContent("ü");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent())
        .isDirectoryContaining("glob:**file.txt")
        .isDirectoryNotContaining("glob:**.draft");
  }

  @Test
  void leavesNothingWhenItCanNotWrite() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();

    assertThatThrownBy(() -> WholeFile.write(taken, "x"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("taken can not be written");
    assertThat(folder.toFile().list()).containsExactly("taken");
  }
}
