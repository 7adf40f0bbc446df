package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orc.cli.Shell;
import dev.orc.cli.command.Terminal;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database is spoilt while nobody looks: it is said, set back, and the work goes on. */
@Timeout(300)
class RestoreIT {
  private static final Duration LONG = Duration.ofSeconds(90);

  @Test
  void aSpoiltDatabaseIsSaidAndSetBackAndTheOrchestrationsGoOn() throws Exception {
    try (OrcForTests orc = OrcForTests.up()) {
      assumeTrue(
          orc.health().filter(HostHealth::temporalDurable).isPresent(),
          "the embedded server keeps nothing: no temporal program here");
      orc.start("shop", "orchestrator", "developer");
      orc.start("over", "orchestrator", "developer");
      orc.ok("down");
      assertThat(copies(orc)).hasSize(1);
      orc.ok("up");
      complete(orc, "over");
      orc.start("later", "orchestrator", "developer");
      orc.ok("down");
      forgetNewestCopy(orc);
      spoil(orc);

      Shell.Result refused = orc.run("up");
      assertThat(refused.exit()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err()).contains("database is damaged").contains("orc up --restore");
      assertThat(orc.run("doctor").out()).contains("fail  database").contains("orc up --restore");
      assertThat(orc.shell().on(Terminal.sized(80, 24)).reading("n\n").run("up").exit())
          .isEqualTo(4);

      Shell.Result restored = orc.shell().on(Terminal.sized(80, 24)).reading("y\n").run("up");
      assertThat(restored.exit()).as(restored.err()).isZero();
      assertThat(restored.out()).contains("The damaged one lies in").contains("Up: worker");
      assertThat(orc.ok("doctor")).contains("ok    database      in use");
      orc.awaitReady("shop", LONG);
      System.err.println(
          "DEBUG "
              + orc.run("status", "over").out()
              + orc.run("ls", "--all").out()
              + orc.run("status", "over").err());
      assertThat(orc.run("status", "later").exit()).isEqualTo(3);
      orc.ok("resume", "later");
      orc.awaitReady("later", LONG);
      for (String project : List.of("shop", "later")) {
        complete(orc, project);
      }
      assertThat(orc.run("up", "--restore").exit()).isEqualTo(5);
    }
  }

  private static void complete(OrcForTests orc, String project) throws IOException {
    Shell lead = orc.shell().inWindow(project, "orchestrator", 1);
    OrcForTests.ok(lead, "report", "done", "All is built");
    orc.awaitPhase(project, Phase.COMPLETED, LONG);
  }

  private static void spoil(OrcForTests orc) throws IOException {
    Path database = orc.stage().here().folders().state().resolve("temporal/orc.db");
    Files.write(database, new byte[0]);
  }

  /** As if it had not ended cleanly. */
  private static void forgetNewestCopy(OrcForTests orc) throws IOException {
    List<Path> both = copies(orc);
    assertThat(both).hasSize(2);
    try (Stream<Path> parts = Files.list(both.get(1))) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
    Files.delete(both.get(1));
  }

  private static List<Path> copies(OrcForTests orc) throws IOException {
    Path folder = orc.stage().here().folders().state().resolve("temporal/copies");
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
