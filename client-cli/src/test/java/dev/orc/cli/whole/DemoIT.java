package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.command.Children;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.host.Downfall;
import dev.orc.cli.host.Uprising;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./orc demo}, as a person starts it. */
@Timeout(180)
class DemoIT {
  private static final Pattern PLACE = Pattern.compile("A throwaway project in ([^,]+),");

  @TempDir Path folder;
  private Surroundings left;

  /** The demo was told to leave everything, so that it can be looked at. */
  @AfterEach
  void clear() throws IOException, InterruptedException {
    if (left != null) {
      var unused = Downfall.of(left, false);
      String socket = left.directory().getFileName().toString();
      assertThat(run(left, "tmux", "-L", socket, "kill-server").exit()).isBetween(0, 1);
    }
  }

  @Test
  void endsCompletedWithAMergedResultThatWorks() throws Exception {
    Surroundings person = OrcForTests.person().with("TMPDIR", folder.toRealPath().toString());
    Run demo = run(person, OrcForTests.launcher().toString(), "demo", "--keep");
    Matcher place = PLACE.matcher(demo.out());
    assertThat(place.find()).as(demo.out()).isTrue();
    Path stage = Path.of(place.group(1));
    left =
        person
            .with("ORC_HOME", stage.resolve("home").toString())
            .with(person.with("ORC_HOME", stage.resolve("home").toString()).environment(), stage);

    assertThat(demo.exit()).as(demo.out()).isZero();
    assertThat(demo.out()).contains("COMPLETED", "1 restart", "1 usage limit", "Try next:");
    theMergedResultWorks(stage.resolve("greeting"));
    ProjectStatus status =
        OrcForTests.json(
            ProjectStatus.class, OrcForTests.ok(new dev.orc.cli.Shell(left), "status", "greeting", "--json"));
    assertThat(status.phase()).isEqualTo(Phase.COMPLETED);
    assertThat(status.needs()).isEmpty();
    Histories.replay(Uprising.health(left).orElseThrow(), List.of("greeting"));
  }

  private void theMergedResultWorks(Path project) throws IOException, InterruptedException {
    Surroundings there = left.with(left.environment(), project);
    assertThat(run(there, "sh", "test.sh").out()).contains("all is well");
    assertThat(run(there, "sh", "greet.sh", "orc").out()).isEqualTo("Hello, orc!\n");
    assertThat(run(there, "git", "status", "--porcelain").out()).isEmpty();
    assertThat(run(there, "git", "ls-files").out().lines())
        .contains(
            "greet.sh", "test.sh", "docs/greet.md", "docs/requirements.md", "docs/test-results.md");
    assertThat(run(there, "git", "branch", "--show-current").out()).isEqualTo("main\n");
  }

  private record Run(int exit, String out) {}

  private static Run run(Surroundings here, String... program)
      throws IOException, InterruptedException {
    Process process = Children.of(here, List.of(program)).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }
}
