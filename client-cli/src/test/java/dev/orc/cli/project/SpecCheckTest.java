package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecCheckTest {
  @TempDir Path folder;

  private final FakeWorker worker =
      new FakeWorker().answer("GET /v1/health", 200, Map.of("pid", 1));

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void showsWhatIsThere() throws IOException {
    answer(
        List.of(
            entry("auth", "Auth", "/p/auth", false, null),
            entry("web", "Web\u001b[31m", "/p/web", true, null, "auth"),
            entry("old", "Old", null, false, "disabled"),
            entry("bad", null, null, false, null)),
        List.of());

    Shell.Result said =
        shell()
            .run(
                "spec",
                "check",
                "map.json",
                "./*.md",
                "/abs",
                "--filter-tags",
                "a, b",
                "--filter-tags",
                "c",
                "--project",
                "repo");

    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    assertThat(said.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
        .containsExactly(
            "NAME|TITLE|STATE|TAGS|PROJECT|SPEC",
            "auth|Auth|ready|t1,t2|/p/auth|/s/auth.md",
            "web|Web|after auth|t1,t2|/p/web_... (new)|/s/web.md",
            "old|Old|disabled|t1,t2|(git root)|/s/old.md",
            "bad|?|faulty|t1,t2|(git root)|/s/bad.md");
    assertThat(worker.last().json())
        .containsEntry("paths", List.of(folder + "/map.json", folder + "/*.md", "/abs"))
        .containsEntry("filterTags", List.of("a", "b", "c"))
        .containsEntry("project", folder + "/repo");
  }

  @Test
  void saysEveryFaultOnALineOfItsOwn() {
    answer(
        List.of(),
        List.of(
            new SpecFault("/s/map.json:3:7", "'version' is missing", "add it"),
            new SpecFault("/s/a.md:1", "is\nempty", "write it")));

    Shell.Result said = shell().run("spec", "check", "map.json");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines())
        .containsExactly(
            "/s/map.json:3:7: 'version' is missing; add it", "/s/a.md:1: is empty; write it");
    Shell.Result json = shell().run("spec", "check", "map.json", "--json");
    assertThat(json.exit()).isEqualTo(2);
    assertThat(json.out()).contains("\"fault\"", "'version' is missing");
    assertThat(json.err()).isEmpty();
  }

  @Test
  void showsTheRepositoryThatWouldBeMade() throws IOException {
    answer(List.of(entry("tea", "Tea", null, false, null).making("/p/tea")), List.of());
    Files.writeString(folder.resolve("tea.md"), "# Tea");

    Shell.Result said = shell().run("start", "tea.md", "--new-project", "--validate");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains(
            "/p/tea (new)",
            "For /s/tea.md a repository would be made in /p/tea; its first commit on main holds the"
                + " spec.");
    assertThat(worker.last().body())
        .contains("\"newProject\":{\"directory\":null,\"force\":false,");
    shell().run("spec", "check", "tea.md", "--new-project", "--project", "else", "--force");
    assertThat(worker.last().body())
        .contains("\"directory\":\"" + folder + "/else\"", "\"force\":true")
        .contains("\"project\":null");
  }

  @Test
  void wantsToKnowWhichSpec() {
    assertThat(shell().run("spec").exit()).isEqualTo(2);
    assertThat(shell().run("spec").err()).contains("orc spec check SPEC");
    assertThat(shell().run("spec", "check").exit()).isEqualTo(2);
    assertThat(shell().run("spec", "check", "").err()).contains("an empty path is no spec");
  }

  private void answer(List<SpecEntry> entries, List<SpecFault> faults) {
    worker.answer("POST /v1/specs/check", 200, new SpecsReport(entries, faults, BatchWish.NONE));
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  private static SpecEntry entry(
      String name, String title, String project, boolean made, String skipped, String... needs) {
    return new SpecEntry(
        "/s/" + name + ".md",
        "markdown",
        title,
        project,
        made,
        name,
        0,
        List.of(needs),
        List.of("t1", "t2"),
        "/s/map.json:3:5",
        skipped);
  }
}
