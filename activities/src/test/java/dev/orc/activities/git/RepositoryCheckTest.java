package dev.orc.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.workflows.model.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryCheckTest {
  @TempDir Path folder;
  private final RepositoryCheck check = new RepositoryCheck(GitForTests.program());

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "with space", "it's \"quoted\"", "two\nlines", "grün-проект", "$(x);"})
  void findsTheRootUnderAnyName(String name) {
    GitForTests made = GitForTests.repository(folder.resolve(name));
    made.write("deep/er/file", "x");

    Repository repository = check.usable(made.root().resolve("deep/er"));

    assertThat(repository).isEqualTo(new Repository(made.root().toString(), "main", made.head()));
  }

  @Test
  void followsSymbolicLinksToTheRealPath() throws IOException {
    GitForTests made = GitForTests.repository(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), made.root());

    assertThat(check.usable(link).directory()).isEqualTo(made.root().toString());
  }

  @Test
  void aBranchNeedNotBeCheckedOut() {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    String start = made.head();
    made.say("branch", "develop");
    made.commit("later.txt", "x");
    made.write("later.txt", "somebody works on main");
    made.say("update-ref", "refs/remotes/origin/next", start);

    assertThat(check.usable(made.root(), "develop"))
        .isEqualTo(new Repository(made.root().toString(), "develop", start));
    made.say("checkout", "--quiet", "--detach");
    assertThat(check.usable(made.root(), "develop").head()).isEqualTo(start);

    made.say("worktree", "add", "--quiet", "../develop", "develop");
    GitForTests.at(made.root().resolveSibling("develop")).write("README.md", "half");
    assertThatThrownBy(() -> check.usable(made.root(), "develop"))
        .hasMessageContaining("branch develop has uncommitted changes in ");
    assertThatThrownBy(() -> check.usable(made.root(), "next"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.remedy()).endsWith(" branch next origin/next"))
        .hasMessageContaining("has no branch next");
  }

  @Test
  void refusesWhatIsNoRepository() {
    refuses(folder.resolve("nowhere"), Kind.NOT_FOUND, "does not exist");
    refuses(folder, Kind.REFUSED, "not in a git repository");
  }

  @Test
  void refusesAFile() throws IOException {
    refuses(Files.createFile(folder.resolve("file")), Kind.USAGE, "not a folder");
  }

  @Test
  void refusesABareRepository() {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    made.say("clone", "--quiet", "--bare", ".", "../bare.git");
    refuses(folder.resolve("bare.git"), Kind.REFUSED, "bare");
  }

  @Test
  void refusesAShallowClone() {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    made.commit("more", "x");
    made.say("clone", "--quiet", "--depth", "1", "file://" + made.root(), "../shallow");
    refuses(folder.resolve("shallow"), Kind.REFUSED, "shallow");
  }

  @Test
  void refusesADetachedHead() {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    made.say("switch", "--quiet", "--detach");
    refuses(made.root(), Kind.REFUSED, "detached");
  }

  @Test
  void refusesARepositoryWithoutACommit() {
    refuses(GitForTests.empty(folder.resolve("app")).root(), Kind.REFUSED, "no commit yet");
  }

  @Test
  void refusesAMergeUnderWay() {
    GitForTests made = withConflict();
    made.attempt("merge", "other");
    refuses(made.root(), Kind.REFUSED, "in the middle of a merge");
  }

  @Test
  void refusesARebaseUnderWay() {
    GitForTests made = withConflict();
    made.attempt("rebase", "other");
    refuses(made.root(), Kind.REFUSED, "in the middle of a rebase");
  }

  @Test
  void refusesUncommittedChangesAndNamesOne() {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    made.write("README.md", "changed");
    refuses(made.root(), Kind.REFUSED, "README.md");
  }

  @Test
  void allowsNewFilesAsTheSpecItself() {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    made.write("spec.md", "GOAL: something");
    assertThat(check.usable(made.root()).branch()).isEqualTo("main");
  }

  @Test
  void refusesWhereNoWorktreesCanBeMade() throws IOException {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    Files.createFile(folder.resolve("app-tmux-worktrees"));
    refuses(made.root(), Kind.REFUSED, "can not be written");
  }

  @Test
  void refusesObjectsThatItCanNotRead() {
    Path place = folder.resolve("modern");
    GitForTests.empty(folder.resolve("x")).say("init", "-q", "--object-format=sha256", "../modern");
    GitForTests made = GitForTests.at(place);
    made.say(
        "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "--allow-empty", "-m", "x");
    refuses(place, Kind.REFUSED, "can not read");
  }

  @Test
  void saysItInOneLineWhateverThePathHolds() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("two\nlines\u001b[31m"));
    assertThatThrownBy(() -> check.usable(odd)).hasMessageContaining("two lines [31m is not in a");
  }

  private GitForTests withConflict() {
    GitForTests made = GitForTests.repository(folder.resolve("app"));
    made.say("switch", "--quiet", "-c", "other");
    made.commit("README.md", "one");
    made.say("switch", "--quiet", "main");
    made.commit("README.md", "two");
    return made;
  }

  private void refuses(Path directory, Kind kind, String words) {
    assertThatThrownBy(() -> check.usable(directory))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(kind);
              assertThat(refusal.remedy()).isNotBlank();
            })
        .hasMessageContaining(words);
  }
}
