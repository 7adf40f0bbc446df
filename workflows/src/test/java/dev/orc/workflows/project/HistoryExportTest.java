package dev.orc.workflows.project;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.ReportKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records a whole run for {@link HistoriesTest}: run with {@code -Dexport=VERSION} at a release.
 */
@EnabledIfSystemProperty(named = "export", matches = ".+")
class HistoryExportTest {
  @Test
  void recordsAWholeRun() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs/developer-1.md");
      flow.send("person", "developer", "begin");
      flow.awaitText("developer", "begin");
      flow.host.agent("tester", agent -> agent.condition = Condition.EXITED);
      flow.awaitText("tester", "/briefs/tester-2.md");
      flow.host.agent("developer", agent -> agent.condition = Condition.LIMITED);
      flow.awaitState("developer", "limited");
      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.awaitState("developer", "ready");
      flow.pass(Duration.ofMinutes(35));
      flow.report("developer", ReportKind.DONE, "built");
      flow.report("orchestrator", ReportKind.DONE, "sold");
      flow.outcome();
      Path file =
          Path.of("src/test/resources/histories/project-" + System.getProperty("export") + ".json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, flow.history().toJson(true), StandardCharsets.UTF_8);
    }
  }
}
