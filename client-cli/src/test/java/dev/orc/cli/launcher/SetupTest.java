package dev.orc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code orc setup}, with every program a fake one. */
@Timeout(60)
class SetupTest {
  @TempDir Path folder;

  private FakeTree tree;

  @AfterEach
  void clear() throws IOException {
    tree.close();
  }

  @BeforeEach
  void plant() throws IOException {
    tree = new FakeTree(folder);
  }

  private void program(String name, String text) throws IOException {
    FakeTree.script(folder.resolve("tools").resolve(name), "#!/bin/sh\n" + text + "\n");
  }

  @Test
  void checkOnlySaysWhatIsMissing() throws IOException, InterruptedException {
    FakeTree.Run check = tree.run("setup", "--check");

    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains(
            "missing  JDK 17",
            "ok       Maven",
            "missing  tmux",
            "missing  git",
            "missing  the temporal");
  }

  @Test
  void nothingMissingIsSaidSo() throws IOException, InterruptedException {
    everything("tmux 3.3a");
    FakeTree.Run all = tree.run("setup");
    assertThat(all.out()).endsWith("Nothing is missing.\n");
    assertThat(all.exit()).isZero();
  }

  @Test
  void anOldTmuxIsMissing() throws IOException, InterruptedException {
    everything("tmux 3.1c");
    assertThat(tree.run("setup", "--check").out()).contains("missing  tmux 3.2 or newer");
  }

  @Test
  void installsWithYesAndAsksNobodyOtherwise() throws IOException, InterruptedException {
    everything("tmux 2.9");
    program("apt-get", "echo apt-get \"$@\" >>\"$FAKE/apt.calls\"");
    program("sudo", "\"$@\"");
    FakeTree.Run asked = tree.run("setup");
    assertThat(asked.exit()).isEqualTo(5);
    assertThat(asked.err()).contains("nobody is there to ask");
    assertThat(tree.calls("apt")).isEmpty();

    assertThat(tree.run("setup", "--yes").exit()).isZero();
    assertThat(tree.calls("apt")).containsExactly("apt-get install -y tmux");
  }

  @Test
  void linksItselfAndNeverOverAFile() throws IOException, InterruptedException {
    everything("tmux 3.4");
    Path bin = folder.resolve("my bin");
    assertThat(tree.run("setup", "--link", bin.toString()).exit()).isZero();
    assertThat(Files.readSymbolicLink(bin.resolve("orc"))).isEqualTo(tree.root.resolve("orc"));
    assertThat(tree.run("setup", "--link", bin.toString()).exit()).isZero();

    Files.delete(bin.resolve("orc"));
    Files.writeString(bin.resolve("orc"), "mine");
    assertThat(tree.run("setup", "--link", bin.toString()).exit()).isEqualTo(5);
    assertThat(bin.resolve("orc")).hasContent("mine");
  }

  @Test
  void unknownOptionsAreUsage() throws IOException, InterruptedException {
    assertThat(tree.run("setup", "--now").exit()).isEqualTo(2);
    assertThat(tree.run("setup", "--help").out()).startsWith("Usage: orc setup");
  }

  private void everything(String tmux) throws IOException {
    tree.jdk("seventeen", "17.0.1+1");
    program("tmux", "echo '" + tmux + "'");
    program("git", "exit 0");
    program("temporal", "exit 0");
  }
}
