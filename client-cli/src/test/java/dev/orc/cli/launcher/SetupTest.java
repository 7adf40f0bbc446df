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

  @Test
  void checkOnlySaysWhatIsMissing() throws IOException, InterruptedException {
    FakeTree.Run check = tree.without("tmux", "git", "temporal").run("setup", "--check");

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
    apt();
    FakeTree.Run asked = tree.run("setup");
    assertThat(asked.exit()).isEqualTo(5);
    assertThat(asked.err()).contains("nobody is there to ask");
    assertThat(tree.calls("apt")).isEmpty();

    FakeTree.Run done = tree.run("setup", "--yes");
    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.out()).endsWith("Everything is there. Next: orc up\n");
    assertThat(tree.calls("apt"))
        .containsExactly(
            "update -q", "install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 tmux");
  }

  @Test
  void aTemporalProgramThatCanNotBeHadIsNoFailure() throws IOException, InterruptedException {
    everything("tmux 3.4");
    tree.without("temporal");
    apt();
    FakeTree.Run done = tree.run("setup", "--yes");
    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.out()).contains("runs are kept in memory");
    assertThat(done.err()).contains("temporal could not be installed: ");
    assertThat(tree.calls("apt"))
        .containsExactly(
            "update -q", "install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 python3-pip");
  }

  @Test
  void whoIsNotRootAndHasNoSudoIsToldWhatRootHasToInstall()
      throws IOException, InterruptedException {
    everything("tmux 2.9");
    apt();
    tree.without("sudo").program("id", "echo 1000");
    FakeTree.Run run = tree.run("setup", "--yes");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("orc: you are not root and sudo is not there. Let root install: tmux\n");
    assertThat(tree.calls("apt")).isEmpty();
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
    tree.jdk("seventeen", "17.0.1+1").program("tmux", "echo '" + tmux + "'");
  }

  /** One that brings a newer tmux, and nothing else. */
  private void apt() throws IOException {
    tree.program(
        "apt-get",
        "echo \"$@\" >>\"$FAKE/apt.calls\"\n"
            + "case $* in *tmux*) echo 'echo tmux 3.5' >\"$FAKE/tools/tmux\" ;; esac");
    tree.program("sudo", "[ \"$1\" != -n ] || shift\nexec \"$@\"");
  }
}
