package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.OpenQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A question on a real screen, asked by the scripted agent. */
@Timeout(60)
class OpenQuestionsTest {
  private static final AgentName DEVELOPER = new AgentName(HostForTests.PROJECT, "developer");
  private static final String MENU =
      """
      name: marked
      extends: scripted
      menu:
        option: '^\\s*(?<mark>❯\\s)?(?<number>\\d+)\\.\\s(?<label>\\S.*)$'
        noise: '^\\s*(?:Before this|Enter to |─)'
      """;

  @TempDir Path home;
  private HostForTests host;

  @BeforeEach
  void open() throws IOException {
    Path config = Files.createDirectories(home.resolve("orc/config/drivers"));
    Files.writeString(config.resolve("marked.yaml"), MENU);
    host = new HostForTests(home);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void isShownWithItsChoicesAndAnsweredAsItWasSeen() throws InterruptedException {
    String pane = ask("marked");
    OpenQuestion open = host.agents().question(DEVELOPER).orElseThrow();
    assertThat(open.text()).contains("May I?");
    assertThat(open.choices()).containsExactly("May I?", "No, exit");

    assertThatThrownBy(() -> answer("other", "1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("asks something else now");
    assertThatThrownBy(() -> answer(open.id(), "maybe"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("May I? / No, exit");
    assertThat(host.tmux().screen(pane)).contains("❯ 1. May I?");

    answer(open.id(), "1");
    TmuxForTests.await("the answer", () -> host.tmux().screen(pane).contains("● thank you"));
  }

  @Test
  void nobodyIsAnsweredWhoAsksNothing() {
    assertThatThrownBy(() -> answer(null, "yes"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("asks nothing now");
    assertThat(host.agents().question(DEVELOPER)).isEmpty();
  }

  @Test
  void whatHasNoChoicesIsAnsweredInItsWindow() {
    ask("scripted");
    OpenQuestion open = host.agents().question(DEVELOPER).orElseThrow();
    assertThat(open.choices()).isEmpty();
    assertThatThrownBy(() -> answer(open.id(), "yes"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("only be answered in its window");
  }

  private void answer(String question, String answer) throws InterruptedException {
    var unused =
        host.agents()
            .answer(DEVELOPER, new AnswerRequest("a", "person", "developer", question, answer));
  }

  private String ask(String driver) {
    Launched agent =
        host.launchBy(
            driver, "developer", 1, "on \"work\" do", "  ask \"May I?\"", "  say \"thank you\"");
    host.deliver("developer", 1, HostForTests.message("m1", "work"));
    TmuxForTests.await(
        "the question", () -> host.tmux().screen(agent.pane()).contains("❯ 1. May I?"));
    TmuxForTests.await("it is seen", () -> host.agents().question(DEVELOPER).isPresent());
    return agent.pane();
  }
}
