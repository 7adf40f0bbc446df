package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartManyTest {
  private static final Role DEVELOPER =
      new Role("developer", "Builds", true, 30, "feature/", null, null, Program.of("claude"));

  @TempDir Path folder;

  private final FakeWorker worker =
      new FakeWorker().answer("GET /v1/health", 200, Map.of("pid", 1));

  @BeforeEach
  void plan() throws IOException {
    for (String name : List.of("a.md", "b.md", "Night Work.json")) {
      Files.writeString(folder.resolve(name), "# " + name);
    }
    Files.createDirectories(folder.resolve("specs/001-shop"));
    found(entry("a"), entry("c"));
    worker.answer(
        "POST /v1/queue/specs",
        202,
        new BatchAdded(
            "1",
            "night-work",
            List.of(
                new BatchAdded.Entry("i1", "a", false), new BatchAdded.Entry("i2", "c", true))));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private void found(BatchEntry... entries) {
    worker.answer(
        "POST /v1/queue/specs?dry-run=true",
        200,
        new BatchAdd("1", "person", "a-2", List.of(entries), new BatchWish(2, null, null)));
  }

  private static BatchEntry entry(String name) {
    return new BatchEntry(
        StartRequest.of("1-" + name, "person", "/" + name + ".md", "/home/me/" + name),
        name,
        4,
        List.of("base"),
        List.of("web"));
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  private void planned(String spec) {
    Started started =
        new Started(
            "shop",
            "orc/shop",
            "r",
            "/home/me/shop",
            new Team("code_project", List.of(DEVELOPER)),
            spec,
            null,
            List.of(),
            List.of(),
            false);
    worker.answer("POST /v1/projects?dry-run=true", 200, started);
    worker.answer("POST /v1/projects", 201, started);
  }

  @Test
  void aMapBecomesABatchOfItsOwn() throws IOException {
    Shell.Result started =
        shell()
            .run(
                "start",
                "Night Work.json",
                "a.md",
                "--filter-tags",
                "web,api",
                "--parallel",
                "3",
                "--stop-on-error",
                "--log-level",
                "debug",
                "--driver",
                "claude");

    assertThat(started.err()).isEmpty();
    assertThat(started.out())
        .contains("Added a (i1)\n", "Was there already: c (i2)\n")
        .contains("1 project added to batch night-work.")
        .contains("orc queue watch --batch night-work");
    assertThat(worker.last().json())
        .containsEntry("batch", null)
        .containsEntry("by", "person")
        .extractingByKeys("specs", "wish")
        .containsExactly(
            map(
                "paths",
                List.of(
                    folder.resolve("Night Work.json").toString(),
                    folder.resolve("a.md").toString()),
                "filterTags",
                List.of("web", "api"),
                "project",
                null,
                "newProject",
                null),
            map("parallel", 3, "continueOnError", false, "logLevel", "DEBUG"));
    assertThat(worker.last().body()).contains("\"driver\":\"claude\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start a.md --filter-tags web api",
        "start --filter-tags web,api a.md",
        "start --spec a.md --filter-tags web api",
        "start a.md --filter-tags web --filter-tags api",
        "queue add a.md --filter-tags web api"
      })
  void tagsMayBeWordsOfTheirOwn(String line) throws IOException {
    Shell.Result started = shell().run(line.split(" ", -1));
    assertThat(started.err()).isEmpty();
    assertThat(worker.last().json())
        .extractingByKey("specs")
        .isEqualTo(
            map(
                "paths",
                List.of(folder.resolve("a.md").toString()),
                "filterTags",
                List.of("web", "api"),
                "project",
                null,
                "newProject",
                null));
  }

  @Test
  void aFileThatIsNotThereIsNoTag() {
    Shell.Result refused = shell().run("start", "c.md", "a.md", "--filter-tags", "web");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("c.md does not exist");
    assertThat(shell().run("start", "a.md", "c").err()).contains("c does not exist");
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.md b.md|",
        "--spec a.md --spec b.md|",
        "specs|",
        "*.md|",
        "a.md --batch weekly|weekly",
        "a.md --parallel 2|",
        "a.md --filter-tags web api|"
      })
  void severalOfAnyKindAreABatch(String line, String batch) throws IOException {
    Shell.Result started = shell().run(("start " + line).split(" ", -1));
    assertThat(started.err()).isEmpty();
    assertThat(worker.last().line()).isEqualTo("POST /v1/queue/specs");
    assertThat(worker.last().json()).containsEntry("batch", batch);
  }

  @Test
  void faultsAreSaidAsTheWorkerSaysThem() {
    worker.answer(
        "POST /v1/queue/specs",
        400,
        Map.of("exit", 2, "error", "/m.json:3:7: 'spec' is unknown", "remedy", "say spec_file"));
    Shell.Result refused = shell().run("start", "a.md", "b.md");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).isEqualTo("orc: /m.json:3:7: 'spec' is unknown. Say spec_file\n");
  }

  @Test
  void aSpecKitDirectoryAloneIsAStartLikeAnyOther() {
    Path kit = folder.resolve("specs/001-shop");
    found(new BatchEntry(StartRequest.of("1", "p", kit.toString(), null), "shop", 0, null, null));
    planned(kit.toString());
    assertThat(shell().run("start", "specs/001-shop").out()).startsWith("Started shop");
    assertThat(shell().run("start", "specs/001-shop", "--parallel", "2").out())
        .contains("added to batch");
  }

  @Test
  void aDryRunShowsEachAndChangesNothing() throws IOException {
    planned("s");
    Shell.Result dry = shell().run("start", "a.md", "b.md", "--dry-run");
    assertThat(dry.err()).isEmpty();
    assertThat(dry.exit()).isZero();
    assertThat(dry.out())
        .contains("a: priority 4, after base, tags web\n  Would start shop")
        .endsWith("2 would be started as a batch, 2 at a time. Nothing was changed.\n");
    assertThat(worker.requests())
        .filteredOn(one -> one.line().startsWith("POST /v1/projects"))
        .hasSize(2)
        .allMatch(one -> one.line().endsWith("?dry-run=true"));
    assertThat(worker.last().json()).containsEntry("project", "/home/me/c");
    assertThat(shell().run("start", "a.md", "b.md", "--dry-run", "--json").out()).startsWith("[");
  }

  @Test
  void aDryRunSaysWhichCanNotBeStarted() {
    worker.answer(
        "POST /v1/projects?dry-run=true",
        409,
        Map.of("exit", 5, "error", "no repository", "remedy", "git init"));
    Shell.Result dry = shell().run("start", "a.md", "b.md", "--dry-run");
    assertThat(dry.exit()).isEqualTo(5);
    assertThat(dry.err()).contains("orc: a: no repository. git init").hasLineCount(2);
  }

  @Test
  void validateIsTheCheckOfTheSpecs() throws IOException {
    worker.answer(
        "POST /v1/specs/check",
        200,
        new SpecsReport(
            List.of(),
            List.of(new SpecFault("/m.json:3", "'spec' is unknown", "say spec_file")),
            BatchWish.NONE));
    Shell.Result checked = shell().run("start", "a.md", "*.json", "--validate");
    assertThat(checked.exit()).isEqualTo(2);
    assertThat(checked.err()).isEqualTo("/m.json:3: 'spec' is unknown; say spec_file\n");
    assertThat(worker.last().json())
        .containsEntry("paths", List.of(folder + "/a.md", folder + "/*.json"));
  }
}
