package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionFileTest {
  @TempDir Path worktree;

  @Test
  void noneIsNull() {
    assertThat(CompletionFile.in(worktree)).isEmpty();
    assertThat(CompletionFile.in(worktree.resolve("nowhere"))).isEmpty();
  }

  @Test
  void saysNameAndFirstLines() throws IOException {
    Files.writeString(worktree.resolve("FAILED"), "no\u001b[31m disk\nb\nc\nd\ne\nf\n");
    assertThat(CompletionFile.in(worktree).orElseThrow().content())
        .isEqualTo("FAILED\nno disk\nb\nc\nd\ne");
  }

  @Test
  void aLinkIsNoReport() throws IOException {
    Files.createSymbolicLink(worktree.resolve("COMPLETED"), Path.of("/etc/hostname"));
    assertThat(CompletionFile.in(worktree)).isEmpty();
  }
}
