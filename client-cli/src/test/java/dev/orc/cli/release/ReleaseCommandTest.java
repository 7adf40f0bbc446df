package dev.orc.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Shell;
import dev.orc.cli.command.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real repositories, without a worker. */
class ReleaseCommandTest {
  private static final Map<String, String> ALONE =
      Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1", "HOME", "/nonexistent");

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void makeRepository() throws IOException {
    root = Files.createDirectories(folder.resolve("my – app ß"));
    git("init", "--quiet", "-b", "main");
    git("config", "user.name", "Tester");
    git("config", "user.email", "tester@localhost");
  }

  private String git(String... arguments) {
    return git(root, arguments);
  }

  private static String git(Path where, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder start = new ProcessBuilder(command).directory(where.toFile());
    start.environment().putAll(ALONE);
    try {
      Process process = start.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said.strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Shell shell(Path where) {
    Shell shell = new Shell(where);
    ALONE.forEach(shell::with);
    return shell;
  }

  private Shell.Result release(String... arguments) {
    List<String> words = new ArrayList<>(List.of("release"));
    words.addAll(List.of(arguments));
    return shell(root).run(words.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit(String name, String text) throws IOException {
    write(name, text);
    git("add", "--all");
    git("commit", "--quiet", "-m", "Change " + name);
  }

  private Path remote() {
    Path bare = folder.resolve("remote.git");
    git("init", "--quiet", "--bare", "-b", "main", bare.toString());
    git("remote", "add", "origin", bare.toString());
    return bare;
  }

  @Test
  void beginsAtZeroOnABranchWithoutACommit() throws IOException {
    write("deep/ä b.txt", "x");
    Shell.Result refused = release("feat: begin");
    assertThat(refused.err()).contains("new files that git does not know: deep/ä b.txt", "--all");
    assertThat(refused.exit()).isEqualTo(5);

    Shell.Result made = release("feat: begin", "--all", "--co-author", "Ann B <ann@example.org>");

    assertThat(made.err()).isEmpty();
    assertThat(made.out())
        .isEqualTo(
            """
            Releasing v0.1.0 after v0.0.0 (minor) on main
              ?? deep/ä b.txt
            Released v0.1.0
            """);
    assertThat(git("cat-file", "-t", "v0.1.0")).isEqualTo("tag");
    assertThat(git("tag", "-n9", "v0.1.0")).contains("v0.1.0", "feat: begin");
    assertThat(git("log", "--format=%B"))
        .isEqualTo("feat: begin\n\nCo-authored-by: Ann B <ann@example.org>");
    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(release("fix: more").err()).contains("nothing has changed since v0.1.0");
  }

  @Test
  void commitsWhatIsStagedElseWhatIsChanged() throws IOException {
    commit("a.txt", "1");
    commit("b.txt", "1");
    git("tag", "1.9.0");
    git("tag", "v1.2.0");
    git("tag", "2.0.0-rc.1");
    write("a.txt", "2");
    write("b.txt", "2");
    write("new.txt", "2");
    git("add", "b.txt");

    assertThat(release("fix: b").out()).contains("1.9.1 after 1.9.0 (patch)");
    assertThat(git("show", "--name-only", "--format=", "1.9.1^{commit}")).isEqualTo("b.txt");
    assertThat(git("status", "--porcelain")).isEqualTo("M a.txt\n?? new.txt");

    Files.delete(root.resolve("new.txt"));
    assertThat(release("feat!: a").out()).contains("Released 2.0.0");
    assertThat(git("show", "--name-only", "--format=", "2.0.0^{commit}")).isEqualTo("a.txt");
  }

  @Test
  void pushesTheBranchAndItsTagTogether() throws IOException {
    Path bare = remote();
    commit("a.txt", "1");
    write("a.txt", "2");
    assertThat(release("fix: a", "--no-push").out()).doesNotContain("Pushed");
    assertThat(git(bare, "tag")).isEmpty();

    write("a.txt", "3");
    assertThat(release("fix: a").out()).endsWith("Released v0.0.2\nPushed to origin\n");
    assertThat(git(bare, "rev-parse", "main", "v0.0.2^{commit}").lines().distinct()).hasSize(1);

    git("clone", "--quiet", bare.toString(), folder.resolve("other").toString());
    Path other = folder.resolve("other");
    git(
        other,
        "-c",
        "user.name=O",
        "-c",
        "user.email=o@o",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "x");
    git(other, "push", "--quiet", "origin", "HEAD:main");
    write("a.txt", "4");
    Shell.Result late = release("fix: a");
    assertThat(late.exit()).isEqualTo(1);
    assertThat(late.err())
        .contains("v0.0.3 is made here, but not pushed: ! [rejected]")
        .contains("git push --atomic origin main v0.0.3");
    assertThat(git(bare, "tag")).as("both or neither").isEqualTo("v0.0.2");
  }

  @Test
  void neverPushesOntoABranchThatItOnlyFollows() throws IOException {
    Path bare = remote();
    commit("a.txt", "1");
    git("push", "--quiet", "origin", "main");
    String before = git(bare, "rev-parse", "main");
    git("switch", "--quiet", "-c", "feature/x", "--track", "origin/main");
    write("a.txt", "2");
    assertThat(release("fix: a").exit()).isZero();
    assertThat(git(bare, "rev-parse", "main")).isEqualTo(before);
    assertThat(git(bare, "branch", "--list", "feature/x")).isNotEmpty();
  }

  @Test
  void putsASectionOnTopOfTheChangelog() throws IOException {
    commit("CHANGELOG.md", "# Changelog\n\n## v0.1.0\n\n- begin\n");
    git("tag", "v0.1.0");
    commit("a.txt", "1");

    Shell.Result unasked = release("feat: pay ü");
    assertThat(unasked.err()).contains("there is nothing to commit", "--yes");
    Shell asked = shell(root).on(Terminal.sized(80, 24));
    assertThat(asked.reading("n\n").run("release", "feat: pay ü").err()).contains("not released");
    assertThat(git("tag")).isEqualTo("v0.1.0");
    assertThat(asked.reading("y\n").run("release", "feat: pay ü").exit()).isZero();

    assertThat(Files.readString(root.resolve("CHANGELOG.md")))
        .isEqualTo("# Changelog\n\n## v0.2.0 (2026-11-20)\n\n- pay ü\n\n## v0.1.0\n\n- begin\n");
    assertThat(git("show", "--name-only", "--format=", "v0.2.0^{commit}"))
        .isEqualTo("CHANGELOG.md");
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  @Test
  void aDryRunShowsAllOfItAndChangesNothing() throws IOException {
    remote();
    commit("CHANGELOG.md", "# Changelog\n");
    git("mv", "CHANGELOG.md", "old");
    git("commit", "--quiet", "-m", "x");
    commit("CHANGELOG.md", "# Changelog\n");
    write("CHANGELOG.md", "# Changelog\n\nWords\n");
    String before = git("for-each-ref") + git("status", "--porcelain");

    Shell.Result dry = release("fix(ui)!: x\u001b[2J", "--dry-run", "--co-author", "A <a@b>");

    assertThat(dry.out())
        .isEqualTo(
            """
            Would release v1.0.0 after v0.0.0 (major) on main
               M CHANGELOG.md
            Commit:
              fix(ui)!: x

              Co-authored-by: A <a@b>
            CHANGELOG.md:
              ## v1.0.0 (2026-11-20)

              - Breaking: x
            Tag: v1.0.0
            Push: git push --atomic origin main v1.0.0
            """);
    assertThat(git("for-each-ref") + git("status", "--porcelain")).isEqualTo(before);
    assertThat(Files.readString(root.resolve("CHANGELOG.md"))).isEqualTo("# Changelog\n\nWords\n");
  }

  @Test
  void putsAllBackWhenAHookRefuses() throws IOException {
    commit("CHANGELOG.md", "# Changelog\n");
    commit("a.txt", "1");
    write("a.txt", "2");
    git("add", "a.txt");
    write("a.txt", "3");
    Path hook = root.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho 'lint: a.txt is bad' >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
    String before = git("status", "--porcelain") + git("diff", "--cached");

    Shell.Result refused = release("fix: a");

    assertThat(refused.err()).contains("git does not commit it: lint: a.txt is bad");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(git("status", "--porcelain") + git("diff", "--cached")).isEqualTo(before);
    assertThat(Files.readString(root.resolve("CHANGELOG.md"))).isEqualTo("# Changelog\n");
    assertThat(git("tag")).isEmpty();
  }

  @Test
  void refusesWhatCouldOnlyGoWrong() throws IOException {
    assertThat(shell(folder).run("release", "fix: x").err())
        .contains("there is no checkout of a git repository here");
    assertThat(release("fix: x").err()).contains("there is no commit and nothing to commit");
    commit("a.txt", "1");
    commit("CHANGELOG.md", "# Log\n");
    write("CHANGELOG.md", "# Log\n\nmine\n");
    write("a.txt", "2");
    git("add", "a.txt");
    assertThat(release("fix: x").err()).contains("CHANGELOG.md has changes that are not staged");

    Files.delete(root.resolve("CHANGELOG.md"));
    Files.createSymbolicLink(root.resolve("CHANGELOG.md"), folder.resolve("outside.md"));
    Files.writeString(folder.resolve("outside.md"), "# Outside\n");
    assertThat(release("fix: x", "--all").err()).contains("CHANGELOG.md is no plain file");
    git("checkout", "--quiet", "CHANGELOG.md");

    git("switch", "--quiet", "-c", "side");
    git("commit", "--quiet", "-m", "side");
    git("tag", "v0.0.1");
    git("switch", "--quiet", "main");
    write("a.txt", "3");
    assertThat(release("fix: x").err()).contains("the tag v0.0.1 exists already");
    git("checkout", "--quiet", "a.txt");

    git("remote", "add", "one", "/nonexistent");
    git("remote", "add", "two", "/nonexistent");
    write("a.txt", "4");
    assertThat(release("feat: x").err()).contains("there are several remotes");
    git("config", "branch.main.remote", "two");
    assertThat(release("feat: x", "--dry-run").out()).contains("--atomic two main v0.1.0");

    git("commit", "--quiet", "-am", "four");
    new ProcessBuilder("git", "merge", "--quiet", "side")
        .directory(root.toFile())
        .start()
        .onExit()
        .join();
    assertThat(release("fix: x").err()).contains("something is under way here (MERGE_HEAD)");
    git("reset", "--quiet", "--hard");
    git("switch", "--quiet", "--detach");
    assertThat(release("fix: x").err()).contains("HEAD is detached");
  }

  @Test
  void anAgentIsNotAsked() throws IOException {
    commit("a.txt", "1");
    Shell agent = shell(root).on(Terminal.sized(80, 24)).inWindow("shop", "developer");
    assertThat(agent.reading("y\n").run("release", "fix: x").exit()).isEqualTo(5);
    assertThat(release("fix: x", "--yes").out()).contains("Released v0.0.1");
    assertThat(git("rev-list", "--count", "HEAD")).isEqualTo("1");
  }
}
