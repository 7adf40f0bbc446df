package dev.orc.activities.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookTest {
  @Test
  void readsHowTheProgramBehaves() {
    Playbook playbook =
        read(
            1,
            "# a comment",
            "slow-start 3s   # and another",
            "ask-at-start \"Yes, I \\\"trust\\\" it # really\"",
            "swallow-enter 2",
            "hooks off",
            "default busy 2m");
    assertThat(playbook.slowStartMillis()).isEqualTo(3_000);
    assertThat(playbook.question()).isEqualTo("Yes, I \"trust\" it # really");
    assertThat(playbook.swallowedEnters()).isEqualTo(2);
    assertThat(playbook.hooks()).isFalse();
    assertThat(playbook.stepsFor(prompt(1, "x")))
        .containsExactly(new PlaybookStep(PlaybookVerb.BUSY, List.of(), 120_000));
  }

  @Test
  void anEmptyPlaybookWorksShortlyOnEverything() {
    assertThat(read(1).stepsFor(prompt(1, "x")))
        .containsExactly(
            new PlaybookStep(PlaybookVerb.BUSY, List.of(), Playbook.USUAL_BUSY_MILLIS));
  }

  @Test
  void theFirstRuleThatFitsCounts() {
    Playbook playbook =
        read(
            1,
            "on brief do",
            "  say brief",
            "on \"fix*test\" other once",
            "  say text",
            "after 4 messages",
            "  say fourth",
            "on anything",
            "  say anything");
    assertThat(said(playbook, prompt(1, "please FIX the Test"))).isEqualTo("brief");
    assertThat(said(playbook, prompt(2, "please FIX the\n Test"))).isEqualTo("text");
    assertThat(said(playbook, prompt(3, "fix the test"))).isEqualTo("anything");
    assertThat(said(playbook, prompt(4, "x"))).isEqualTo("fourth");
    assertThat(said(playbook, prompt(5, "[orc brief/x-2 from orc]\nx"))).isEqualTo("brief");
  }

  @Test
  void collectsUntilEverythingWasSeen() {
    Playbook playbook =
        read(1, "collect \"a*done\" \"b*done\"", "  say all", "on anything", "  say more");
    assertThat(said(playbook, prompt(1, "b is done"))).isEqualTo("more");
    assertThat(said(playbook, prompt(2, "b is done"))).isEqualTo("more");
    assertThat(said(playbook, prompt(3, "report: A is DONE"))).isEqualTo("all");
    assertThat(said(playbook, prompt(4, "a is done, b is done"))).isEqualTo("more");
  }

  @Test
  void linesForOtherLivesAreLeftOut() {
    String[] lines = {
      "incarnation 1 slow-start 1s",
      "incarnation 1 on anything",
      "  say first",
      "on anything",
      "  say later"
    };
    assertThat(said(read(1, lines), prompt(1, "x"))).isEqualTo("first");
    assertThat(said(read(2, lines), prompt(1, "x"))).isEqualTo("later");
    assertThat(read(2, lines).slowStartMillis()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dance now                | p:1: 'dance' is not understood here",
        "slow-start soon          | p:1: 'soon' is no duration",
        "slow-start               | p:1: 'slow-start' is not understood here",
        "hooks maybe              | p:1: write: hooks on, or hooks off",
        "after some messages      | p:1: 'some' is not a number",
        "after 2                  | p:1: write: after NUMBER messages",
        "on                       | p:1: write: on brief",
        "say \"open               | p:1: a quotation mark is not closed",
        "on x~  dance             | p:2: an agent can not 'dance'",
        "on x~  busy              | p:2: write: busy DURATION",
        "on x~  limit \"x\" in 5s | p:2: write: limit TEXT for DURATION",
        "on x~  crash 300         | p:2: an exit status is 0 to 255",
        "on x~  crash -1          | p:2: '-1' is less than nothing",
        "incarnation 9 on x~  hop | p:2: an agent can not 'hop'",
        "hooks on~  say x         | p:2: a step needs a line 'on …' before it",
      })
  void saysWhatIsWrongAndWhere(String lines, String fault) {
    assertThatThrownBy(() -> read(1, lines.split("~", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orchestrator", "project-manager", "developer", "tester", "testrunner"})
  void theDemoHasAPlaybookForEveryRole(String role) throws IOException {
    Playbook playbook = Library.find("demo", role, 1);
    assertThat(playbook.stepsFor(prompt(1, "You are the " + role))).isNotEmpty();
    assertThat(Library.find("demo", role, 2).stepsFor(prompt(1, "x"))).isNotEmpty();
  }

  @Test
  void findsPlaybooksThatAreForEveryRole() throws IOException {
    assertThat(Library.find("load", "any", 1).stepsFor(prompt(1, "x")).get(0).millis())
        .isEqualTo(10);
    assertThat(Library.find("idle", "any", 1).hooks()).isTrue();
    assertThatThrownBy(() -> Library.find("nothing", "any", 1))
        .hasMessageContaining("there is no playbook 'nothing' for 'any'");
  }

  @Test
  void aMessagesHeadTellsIdAndSender() {
    Prompt prompt = Prompt.of(2, "[orc m-1 from tester]\nbrief me");
    assertThat(prompt.id()).isEqualTo("m-1");
    assertThat(prompt.sender()).isEqualTo("tester");
    assertThat(prompt.isBrief()).isFalse();
    assertThat(Prompt.of(2, "[orc broken").id()).isEmpty();
  }

  private static Playbook read(int incarnation, String... lines) {
    return PlaybookReader.read("p", String.join("\n", lines), incarnation);
  }

  private static Prompt prompt(int number, String text) {
    return Prompt.of(number, text);
  }

  private static String said(Playbook playbook, Prompt prompt) {
    return playbook.stepsFor(prompt).get(0).words().get(0);
  }
}
