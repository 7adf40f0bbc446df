package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecBatchTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-20T23:59:59Z"), ZoneId.of("Europe/Berlin"));

  @Test
  void makesAnEntryForEverySpecThatIsStarted() {
    SpecsReport report =
        report(
            entry("/s/api.md", "/p/api", false, "api", null),
            entry("/s/old.md", "/p/old", false, "old", "disabled"),
            entry("/s/web.md", null, false, "web", null, "api"));

    List<BatchEntry> entries = SpecBatch.entries(report, template("/p/usual", null), NOW);

    assertThat(entries).extracting(BatchEntry::name).containsExactly("api", "web");
    assertThat(entries.get(1).dependsOn()).containsExactly("api");
    assertThat(entries.get(0).priority()).isEqualTo(3);
    assertThat(entries.get(0).tags()).containsExactly("t");
    StartRequest first = entries.get(0).start();
    assertThat(first.spec()).isEqualTo("/s/api.md");
    assertThat(first.project()).isEqualTo("/p/api");
    assertThat(first.id()).isEqualTo("id-1");
    assertThat(first.driver()).isEqualTo("codex");
    assertThat(first.settings()).containsExactly("ceiling=1h");
    assertThat(entries.get(1).start().project()).isEqualTo("/p/usual");
  }

  @Test
  void fixesTheTimeOfANewProjectOnce() {
    SpecsReport report =
        report(
            entry("/s/a.md", "/p/app", true, "a", null),
            entry("/s/b.md", "/p/app", true, "b", null),
            entry("/s/c.md", "/p/there", false, "c", null));

    List<BatchEntry> entries =
        SpecBatch.entries(report, template(null, new NewProject(null, true)), NOW);

    assertThat(entries)
        .extracting(entry -> entry.start().newProject())
        .containsExactly(
            new NewProject("/p/app_20261121_005959", true),
            new NewProject("/p/app_20261121_010000", true),
            null);
    assertThat(entries.get(0).start().project()).isNull();
  }

  @Test
  void namesTheNewProjectOfADocument() {
    SpecsReport report = report(entry("/none/here/My Shop.md", null, false, "My Shop", null));

    BatchEntry entry =
        SpecBatch.entries(report, template(null, new NewProject(null, false)), NOW).get(0);

    assertThat(entry.start().newProject()).isEqualTo(new NewProject("/none/here/my-shop", false));
    assertThat(entry.start().id()).isEqualTo("id");
  }

  @Test
  void refusesWhatFitsOneProjectOnly() {
    SpecsReport two =
        report(entry("/s/a.md", null, false, "a", null), entry("/s/b.md", null, false, "b", null));
    refuses(two, template(null, new NewProject("/p/x", false)), "one directory");
    StartRequest named =
        new StartRequest(
            "id", "me", null, null, "shop", null, TeamWish.NONE, null, null, null, null);
    refuses(two, named, "one name");
    SpecsReport faulty =
        new SpecsReport(List.of(), List.of(new SpecFault("a.md:1", "is empty", "fill")), null);
    refuses(faulty, template(null, null), "a.md:1: is empty");
  }

  private static void refuses(SpecsReport report, StartRequest template, String words) {
    assertThatThrownBy(() -> SpecBatch.entries(report, template, NOW))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }

  private static StartRequest template(String project, NewProject made) {
    return new StartRequest(
        "id",
        "me",
        null,
        project,
        null,
        "codex",
        TeamWish.NONE,
        List.of(),
        List.of("ceiling=1h"),
        made,
        null);
  }

  private static SpecsReport report(SpecEntry... entries) {
    return new SpecsReport(List.of(entries), List.of(), BatchWish.NONE);
  }

  private static SpecEntry entry(
      String spec, String project, boolean made, String name, String skipped, String... needs) {
    return new SpecEntry(
        spec,
        "markdown",
        name,
        project,
        made,
        name,
        3,
        List.of(needs),
        List.of("t"),
        spec,
        skipped);
  }
}
