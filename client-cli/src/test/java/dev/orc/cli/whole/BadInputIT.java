package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What can not be done is said in one line with the right exit code, and nothing is half made. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int MEGABYTE = 1 << 20;

  private OrcForTests orc;

  @BeforeAll
  void raise() throws IOException {
    orc = OrcForTests.up().start("shop", "orchestrator", "developer");
  }

  @AfterAll
  void end() throws Exception {
    orc.close();
  }

  @Test
  void aSpecThatIsMissingOrEmpty() throws IOException {
    Path repository = orc.repository("specless");
    Path empty = Files.writeString(repository.resolve("empty.md"), " \n\n");

    refused(3, "does not exist", "start", repository.resolve("none.md").toString());
    refused(2, "empty.md is empty", "start", empty.toString());
    untouched("specless");
  }

  @Test
  void aFolderThatIsNoRepositoryOrOneThatCanNotBeUsed() throws IOException {
    Path good = orc.repository("good");
    git(good, "commit", "-q", "--allow-empty", "-m", "More");
    Path parent = good.getParent();
    git(parent, "clone", "-q", "--bare", "good", "bare");
    git(parent, "clone", "-q", "--depth", "1", "file://" + good, "shallow");
    git(parent, "clone", "-q", "good", "detached");
    git(parent.resolve("detached"), "checkout", "-q", "--detach");
    git(parent, "clone", "-q", "good", "dirty");
    Files.writeString(parent.resolve("dirty/README.md"), "changed");
    Files.createDirectory(parent.resolve("plain"));

    String spec = good.resolve("spec.md").toString();
    Map<String, String> reasons =
        Map.of(
            "bare", "bare",
            "shallow", "shallow",
            "detached", "detached",
            "dirty", "README.md",
            "plain", "not in a git repository");
    reasons.forEach(
        (name, reason) -> {
          refused(5, reason, "start", spec, "--project", parent.resolve(name).toString());
          untouched(name);
        });
    refused(3, "is no directory", "start", spec, "--project", parent.resolve("none").toString());
    assertThat(parent.resolve("dirty/README.md")).hasContent("changed");
  }

  @Test
  void aPathWithEverythingInItWorks() throws IOException {
    Path odd = orc.repository("it's a \"grün\"\nпроект; $(x)");
    Files.move(odd.resolve("spec.md"), odd.resolve("the \"spec\" für\nuns.md"));
    git(odd, "add", "-A");
    git(odd, "commit", "-q", "-m", "Rename");
    String spec = odd.resolve("the \"spec\" für\nuns.md").toString();
    orc.ok("start", spec, "--name", "odd", "--roles", "orchestrator,developer");
    orc.follow("odd").awaitReady("odd", OrcForTests.LAUNCH);

    orc.ok("send", "odd:developer", "Übung macht den Meister");
    arrives("Übung macht den Meister");
    assertThat(orc.status("odd").directory()).isEqualTo(odd.toRealPath().toString());
    OrcForTests.ok(orc.shell().inWindow("odd", "orchestrator", 1), "report", "done", "All of it");
    orc.awaitPhase("odd", Phase.COMPLETED, SOON);
    // Completed is said before the last window is closed; until then they are in use.
    String[] pruned = {""};
    Await.until(
        "nobody uses the worktrees",
        SOON,
        () -> {
          pruned[0] = orc.ok("worktrees", "prune", "odd");
          return pruned[0].contains("Removed");
        });
    assertThat(pruned[0]).hasLineCount(2);
  }

  @Test
  void aNameOrADirectoryThatIsTaken() {
    Path other = orc.repository("other");
    String name =
        refused(5, "shop", "start", other.resolve("spec.md").toString(), "--name", "shop");
    assertThat(name).contains("orc status shop");

    String spec = orc.folder().resolve("shop/spec.md").toString();
    refused(5, "shop", "start", spec, "--name", "another");
    untouched("another");
  }

  @Test
  void aTargetThatDoesNotExist() {
    refused(3, "has no role nobody", "send", "shop:nobody", "Hello");
    refused(3, "there is no orchestration nowhere", "send", "nowhere:developer", "Hello");
    refused(3, "nowhere", "status", "nowhere");
    refused(3, "nowhere", "inbox", "nowhere:@all");
    refused(3, "nowhere", "timeline", "nowhere");
    refused(3, "nowhere", "stop", "nowhere");
    refused(3, "nobody", "checkin", "add", "10", "Hello", "--to", "shop:nobody");
    refused(3, "nobody", "rebrief", "shop:nobody");
    refused(2, "no target", "send", "shop:", "Hello");
  }

  @Test
  void aMegabyteArrivesAndMoreThanTwoAreRefused() throws IOException {
    Shell large = orc.shell().reading("large " + "x".repeat(MEGABYTE));
    OrcForTests.ok(large, "send", "shop:developer", "-");
    arrives("large xxx");

    int before = letters();
    Shell.Result refused =
        orc.shell().reading("y".repeat(2 * MEGABYTE + 1)).run("send", "shop:developer", "-");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).startsWith("orc: the text is longer than 2 MB").hasLineCount(1);
    assertThat(letters()).isEqualTo(before);
  }

  @Test
  void escapesAreCleanedAndTheRestIsOnlyText() throws IOException {
    orc.ok(
        "send", "shop:developer", "\u001b[31mred\u001b[201~\u0007\u009b2J paint\u001b]0;t\u0007");
    arrives("red paint");
    orc.ok("send", "shop:developer", "#{pane_pid} $(reboot) `id` 'x' ends in ;");
    arrives("#{pane_pid} $(reboot) `id` 'x' ends in ;");
    orc.ok("send", "shop:developer", "/exit @file !ls\\");
    arrives("/exit @file !ls\\");
    assertThat(orc.ok("inbox", "shop:developer")).doesNotContain("\u001b", "\u0007", "\u009b");
  }

  @Test
  void anUpdateToAClosedOrchestration() throws IOException {
    orc.start("brief", "orchestrator", "developer");
    orc.ok("stop", "brief");
    orc.awaitPhase("brief", Phase.STOPPED, SOON);

    refused(5, "brief is over", "send", "brief:developer", "Hello");
    refused(5, "brief is over", "pause", "brief");
    refused(5, "brief is over", "stop", "brief");
    refused(5, "brief is over", "checkin", "add", "10", "Hello", "--to", "brief:developer");
    Shell window = orc.shell().inWindow("brief", "developer", 1);
    refused(window.run("report", "done", "Late"), 5, "brief is over");
  }

  /** Runs what must be refused; answers the one line that says so. */
  private String refused(int exit, String why, String... arguments) {
    return refused(orc.run(arguments), exit, why);
  }

  private static String refused(Shell.Result result, int exit, String why) {
    assertThat(result.err()).startsWith("orc: ").contains(why).hasLineCount(1);
    assertThat(result.exit()).as(result.err()).isEqualTo(exit);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  /** No orchestration, no worktree, nothing kept. */
  private void untouched(String name) {
    assertThat(orc.ok("list", "--all", "--json")).doesNotContain("\"" + name + "\"");
    assertThat(orc.folder().resolve(name + "-tmux-worktrees")).doesNotExist();
    assertThat(orc.stage().here().folders().project(name)).doesNotExist();
  }

  private void arrives(String text) throws IOException {
    Await.until(
        "'" + text + "' arrives",
        SOON,
        () -> orc.receipts().stream().anyMatch(receipt -> receipt.text().contains(text)));
  }

  private int letters() throws IOException {
    return OrcForTests.jsonList(Letter.class, orc.ok("inbox", "shop:@all", "--json")).size();
  }

  private void git(Path folder, String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var unused = orc.stage().output(folder, command);
  }
}
