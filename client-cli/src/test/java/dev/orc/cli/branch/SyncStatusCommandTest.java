package dev.orc.cli.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Terminal;
import dev.orc.workflows.model.MergeForecast;
import dev.orc.workflows.model.RoleSync;
import dev.orc.workflows.model.SyncStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncStatusCommandTest {
  private static final String PATH = "GET /v1/projects/shop/sync";

  @TempDir Path folder;
  private final FakeWorker worker = new FakeWorker();

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  private static SyncStatus status(boolean over, String unforeseen, MergeForecast... forecasts) {
    return new SyncStatus(
        "shop",
        "main",
        "0123456789",
        over,
        List.of(
            new RoleSync("developer", "feature/shop", "1", 3, 1, 2, List.of("a", "b"), null),
            new RoleSync("tester", null, "2", 0, 12, 0, List.of(), null),
            new RoleSync("writer", "docs/shop", null, 0, 0, 0, List.of(), "no branch\u001b[2J")),
        List.of(forecasts),
        unforeseen);
  }

  @Test
  void showsEveryRoleAndWhatWouldConflict() {
    worker.answer(
        PATH,
        200,
        status(
            false,
            null,
            new MergeForecast("developer", null, List.of("a b.txt"), null),
            new MergeForecast("developer", "tester", List.of(), null),
            new MergeForecast(
                "developer", "writer", List.of("1", "2", "3", "4", "5", "6", "7"), null),
            new MergeForecast("tester", "writer", List.of(), "unrelated histories")));

    assertThat(shell().run("sync", "status", "shop").out())
        .isEqualTo(
            """
            shop: main at 01234567
            ROLE       AHEAD  BEHIND  UNCOMMITTED  BRANCH
            developer      3       1            2  feature/shop
            tester         0      12            0  (detached)
            writer                                 no branch

            developer and main would conflict in a b.txt
            developer and writer would conflict in 1, 2, 3, 4, 5 and 2 more
            tester and writer cannot be merged: unrelated histories
            """);
  }

  @Test
  void saysThatThereIsNoConflictOrThatNobodyKnows() {
    worker.answer(PATH, 200, status(false, null));
    assertThat(shell().run("sync", "status", "shop").out()).endsWith("No conflicts foreseen.\n");
    worker.answer(PATH, 200, status(false, "git is too old"));
    assertThat(shell().run("sync", "status", "shop").out())
        .endsWith("Note: git is too old\n")
        .doesNotContain("No conflicts");
  }

  @Test
  void answersWithJsonAndExportsIt() throws IOException {
    SyncStatus status = status(false, null);
    worker.answer(PATH, 200, status);
    Shell.Result result = shell().run("sync", "status", "shop", "--json", "--export", "s t.json");

    assertThat(result.err()).isEmpty();
    Path file = folder.resolve("s t.json");
    assertThat(Files.readString(file)).isEqualTo(result.out());
    assertThat(ApiJson.read(SyncStatus.class, Files.readAllBytes(file))).isEqualTo(status);

    assertThat(shell().run("sync", "status", "shop", "--export", "/proc/none/x").err())
        .startsWith("orc: ")
        .contains("Name a file that you may write");
  }

  @Test
  void showsItAnewUntilTheProjectIsOver() {
    worker.computed(
        PATH, requests -> status(requests.size() >= 2, requests.size() >= 2 ? "last" : "first"));
    Shell.Result lines = shell().run("sync", "status", "shop", "--refresh", "1", "--json");
    assertThat(lines.out().lines()).hasSize(2);
    assertThat(lines.exit()).isZero();

    Shell.Result drawn =
        shell().on(Terminal.sized(80, 24)).run("sync", "status", "shop", "--refresh", "1");
    assertThat(drawn.out())
        .startsWith("\u001b[H")
        .contains("shop, over: main")
        .endsWith("\u001b[J");
  }
}
