package dev.orc.base.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitMarkTest {
  @TempDir Path folder;

  @Test
  void aRepositoryAndALinkedWorktreeAreCheckouts() throws IOException {
    Path main = Files.createDirectories(folder.resolve("main/.git")).getParent();
    Files.writeString(main.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    Path linked = Files.createDirectories(folder.resolve("linked"));
    Files.writeString(linked.resolve(".git"), "gitdir: elsewhere\n");

    assertThat(GitMark.isIn(main)).isTrue();
    assertThat(GitMark.isIn(linked)).isTrue();
    assertThat(GitMark.above(main.resolve("docs/spec.md"))).contains(main);
  }

  /** As sandboxes leave it, in the temporary folder of all places. */
  @Test
  void anEmptyFolderOfThatNameIsNone() throws IOException {
    Files.createDirectories(folder.resolve("left/.git"));

    assertThat(GitMark.isIn(folder.resolve("left"))).isFalse();
    assertThat(GitMark.above(folder.resolve("left/docs/spec.md")))
        .isNotEqualTo(java.util.Optional.of(folder.resolve("left")));
  }
}
