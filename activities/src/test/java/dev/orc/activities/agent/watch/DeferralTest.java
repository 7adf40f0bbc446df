package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeferralTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path home;

  @Test
  void whatKeptMailFromAnEarlierLifeKeepsNothingFromTheNext() throws IOException {
    Path spool = home.resolve("developer.jsonl");
    var driver = Drivers.load(HostFolders.of(Map.of("ORC_HOME", home.toString()))).get("scripted");
    AgentTruth agent =
        new AgentTruth(new AgentName("shop", "developer"), spool, Path.of("/nowhere/condition"));
    agent.expect(expected(1), driver, false, NOW);
    agent.seen(pane("%1", 1), NOW);
    agent.deferred(HostTruth.Deferral.SCREEN_IN_USE, null, NOW);

    agent.expect(expected(2), driver, false, NOW);
    agent.seen(pane("%2", 2), NOW);
    String started = "{\"event\":\"SessionStart\",\"incarnation\":2,\"at\":" + NOW.getEpochSecond();
    Files.writeString(spool, started + ",\"data\":{}}\n");
    agent.drain(NOW, ZoneOffset.UTC);

    assertThat(agent.sighting())
        .hasValueSatisfying(seen -> assertThat(seen.condition()).isEqualTo(Condition.READY));
    assertThat(agent.deferralOver()).isZero();
  }

  private static HostTruth.Expected expected(int incarnation) {
    return new HostTruth.Expected("shop", "developer", incarnation, "scripted", null, null);
  }

  private static Pane pane(String id, int incarnation) {
    return new Pane(
        id,
        "@1",
        "$1",
        "shop",
        "developer",
        1,
        false,
        null,
        null,
        false,
        NOW.getEpochSecond(),
        "shop",
        "developer",
        incarnation,
        "");
  }
}
