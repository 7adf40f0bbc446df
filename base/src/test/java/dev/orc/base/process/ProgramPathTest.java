package dev.orc.base.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramPathTest {
  @TempDir Path folder;

  @Test
  void theFirstThatCanBeRunIsFound() throws IOException {
    Path first = Files.createDirectories(folder.resolve("first"));
    Path second = Files.createDirectories(folder.resolve("second"));
    Files.createDirectories(first.resolve("folder"));
    program(second, "folder");
    Files.writeString(first.resolve("text"), "no program");
    program(second, "text");
    Path both = program(first, "both");
    program(second, "both");
    String path = "::relative:" + first + ":" + second;

    assertThat(ProgramPath.find("both", path)).contains(both);
    assertThat(ProgramPath.all("both", path)).hasSize(2);
    assertThat(ProgramPath.find("folder", path)).contains(second.resolve("folder"));
    assertThat(ProgramPath.find("text", path)).contains(second.resolve("text"));
    assertThat(ProgramPath.find("none", path)).isEmpty();
    assertThat(ProgramPath.find(both.toString(), path)).isEmpty();
    assertThat(ProgramPath.find("both", null)).isEmpty();
  }

  private static Path program(Path in, String name) throws IOException {
    Path file = Files.writeString(in.resolve(name), "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
