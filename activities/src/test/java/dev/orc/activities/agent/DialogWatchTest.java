package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions in the middle of the work: those with a rule, and those that are a person's. */
@Timeout(60)
class DialogWatchTest {
  private static final String DRIVER =
      """
      name: ruled
      extends: scripted
      dialogs:
        - label: stop and wait for the limit
          shows: '❯ 1\\. Stop and wait'
          answer: [Enter]
        - label: what no key answers
          shows: '❯ 1\\. Deaf'
          answer: [x]
        - shows: '^\\s*❯ 1\\. (.+)$'
      """;

  @TempDir Path home;
  private HostForTests host;
  private DialogWatch watch;

  @BeforeEach
  void open() throws IOException {
    Path config = HostFolders.of(Map.of("ORC_HOME", home.resolve("orc").toString())).config();
    Files.createDirectories(config.resolve("drivers"));
    Files.writeString(config.resolve("drivers/ruled.yaml"), DRIVER);
    host = new HostForTests(home);
    Drivers drivers = Drivers.load(host.folders());
    AgentHost looked =
        new AgentHost(
            host.tmux(),
            host.truth(),
            name -> Optional.of(drivers.get(name)),
            host.folders(),
            Clock.systemUTC(),
            ZoneOffset.UTC);
    watch = new DialogWatch(looked, Duration.ofMillis(50), Duration.ofMillis(100));
  }

  @AfterEach
  void close() throws IOException {
    watch.close();
    host.close();
  }

  @Test
  void answersByItsRuleWheneverItIsAskedAndLeavesTheRestToAPerson() {
    String person = ask("reviewer", "ask \"May I?\"", "say \"somebody answered\"");
    String ruled =
        ask(
            "developer",
            "ask \"Stop and wait for limit to reset\"",
            "say \"once\"",
            "ask \"Stop and wait for limit to reset\"",
            "say \"and again\"");

    shows(ruled, "● once");
    shows(ruled, "● and again");
    assertThat(host.tmux().screen(person))
        .contains("❯ 1. May I?")
        .doesNotContain("somebody answered");
    assertThat(host.tmux().screen(ruled)).doesNotContain("Before this program starts");
  }

  @Test
  void aQuestionThatTheRulesKeysDoNotAnswerIsLeftToAPerson() {
    String deaf = ask("reviewer", "ask \"Deaf\"", "say \"heard\"");
    String ruled = ask("developer", "ask \"Stop and wait\"", "say \"once\"");

    shows(ruled, "● once");
    assertThat(host.tmux().screen(deaf)).contains("❯ 1. Deaf");
    host.tmux().keys(deaf, List.of("Enter"));
    shows(deaf, "● heard");
  }

  /** The pane of an agent that asks in its turn. */
  private String ask(String role, String... steps) {
    String[] playbook = new String[steps.length + 1];
    playbook[0] = "on \"work\" do";
    for (int i = 0; i < steps.length; i++) {
      playbook[i + 1] = "  " + steps[i];
    }
    Launched agent = host.launchBy("ruled", role, 1, playbook);
    host.deliver(role, 1, HostForTests.message("m-" + role, "work"));
    String asked = steps[0].substring(steps[0].indexOf('"') + 1, steps[0].length() - 1);
    TmuxForTests.await(
        "the question or its answer",
        () -> {
          String screen = host.tmux().screen(agent.pane());
          return screen.contains("❯ 1. " + asked) || screen.contains("●");
        });
    return agent.pane();
  }

  private void shows(String pane, String text) {
    TmuxForTests.await(text, () -> host.tmux().screen(pane).contains(text));
  }
}
