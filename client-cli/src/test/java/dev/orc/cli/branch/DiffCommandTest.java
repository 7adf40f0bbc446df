package dev.orc.cli.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.cli.command.Terminal;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.ChangedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String PATCH =
      "diff --git a/a b.txt b/a b.txt\n--- a/a b.txt\n+++ b/a b.txt\n@@ -1,2 +1,2 @@ head\n"
          + " same\n--- removed\n+added \u001b[2Jevil\r\n\\ No newline at end of file\n";

  @TempDir Path folder;
  private final FakeWorker worker = new FakeWorker();
  private final BranchDiff diff =
      new BranchDiff(
          "developer",
          "feature/shop",
          "0123456789abcdef",
          "fedcba9876543210",
          2,
          List.of(
              new ChangedFile("a b.txt", null, "M", 1, 1, false),
              new ChangedFile("名.txt", "old\u001b[2J.txt", "R", 90, 10, false),
              new ChangedFile("p.png", null, "A", 0, 0, true)),
          null);

  @BeforeEach
  void answer() {
    BranchDiff gone = BranchDiff.faulty("tester", "test/shop", "there is no branch");
    worker.answer("GET /v1/projects", 200, List.of(Samples.shop()));
    worker.answer("GET /v1/projects/shop/diff", 200, List.of(diff, gone));
    worker.answer("GET /v1/projects/shop/diff?role=developer", 200, List.of(diff));
    worker.answer(
        "GET /v1/projects/shop/diff/patch",
        200,
        List.of(new BranchPatch(diff, PATCH), new BranchPatch(gone, "")));
    worker.answer(
        "GET /v1/projects/shop/diff/patch?role=developer",
        200,
        List.of(new BranchPatch(diff, PATCH)));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  @Test
  void printsThePatchOfEveryRoleCleaned() {
    Shell.Result shown = shell().run("diff", "shop");

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out())
        .startsWith(
            "developer (feature/shop): 2 commits since 01234567, 3 files\ndiff --git a/a b.txt")
        .contains("\n--- removed\n+added evil\n\\ No newline")
        .endsWith("\n\ntester (test/shop): cannot be compared: there is no branch\n")
        .doesNotContain("\u001b")
        .doesNotContain("\r");
  }

  @Test
  void showsOneRoleAndTheFilesAlone() {
    assertThat(shell().run("diff", "shop:developer").out()).doesNotContain("tester");

    assertThat(shell().run("diff", "shop:developer", "--stat").out())
        .isEqualTo(
            """
            developer (feature/shop): 2 commits since 01234567, 3 files
             a b.txt           |   2 +-
             old.txt => 名.txt | 100 %s%s
             p.png             | Bin
             3 files changed, 91 added(+), 11 removed(-)
            """
                .formatted("+".repeat(29), "-".repeat(3)));
  }

  @Test
  void answersWithJson() {
    assertThat(shell().run("diff", "shop:developer", "--json").out())
        .contains("\"base\" : \"0123456789abcdef\"", "\"added\" : 90", "\"path\" : \"名.txt\"")
        .doesNotContain("tester")
        .doesNotContain("\u001b");
  }

  @Test
  void paintsAsGitDoes() {
    List<String> lines =
        new PatchText(new dev.orc.cli.screen.Paint(true))
            .lines(List.of(new BranchPatch(diff, PATCH)));

    assertThat(lines)
        .contains(
            "\u001b[1m--- a/a b.txt\u001b[0m",
            "\u001b[36m@@ -1,2 +1,2 @@\u001b[0m head",
            " same",
            "\u001b[31m--- removed\u001b[0m",
            "\u001b[32m+added evil\u001b[0m");
  }

  @Test
  void pagesOnATerminal() throws IOException {
    Path seen = folder.resolve("seen by pager");
    Path pager = folder.resolve("mypager");
    Files.writeString(
        pager, "#!/bin/sh\necho \"$1|$LESS\" > '" + seen + "'\ncat >> '" + seen + "'\n");
    Files.setPosixFilePermissions(pager, PosixFilePermissions.fromString("rwx------"));
    Shell shell = shell().on(Terminal.sized(80, 24)).with("PAGER", "false");

    Shell.Result paged = shell.with("GIT_PAGER", pager + "  $(boo)").run("diff", "shop");
    assertThat(paged.out()).isEmpty();
    assertThat(Files.readString(seen))
        .startsWith("$(boo)|FRX\ndeveloper (feature/shop)")
        .endsWith("there is no branch\n");

    assertThat(shell.run("diff", "shop", "--no-pager").out()).contains("+added evil");
    assertThat(shell.with("GIT_PAGER", "cat").run("diff", "shop").out()).contains("+added evil");
    assertThat(shell.with("GIT_PAGER", folder + "/none").run("diff", "shop").err())
        .startsWith("orc: the pager ")
        .contains("--no-pager");
  }

  @Test
  void aPagerThatIsLeftEarlyIsNoFailure() {
    String text = PATCH + "+x\n".repeat(100_000);
    worker.answer("GET /v1/projects/shop/diff/patch", 200, List.of(new BranchPatch(diff, text)));
    Shell.Result left =
        shell().on(Terminal.sized(80, 24)).with("PAGER", "true").run("diff", "shop");
    assertThat(left.exit()).isZero();
    assertThat(left.err()).isEmpty();
  }
}
