package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
  @TempDir Path home;
  private HostFolders folders;

  @BeforeEach
  void folders() {
    folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
  }

  @Test
  void comesWithDriversForTheProgramsThatItKnows() {
    assertThat(Drivers.load(folders).names())
        .containsExactlyInAnyOrder("claude", "codex", "gemini", "opencode", "qwen", "scripted");
  }

  @Test
  void namesThoseThatExistWhenThereIsNoneOfThatName() {
    assertThatThrownBy(() -> Drivers.load(folders).get("cloud"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
              assertThat(refusal.remedy()).contains("claude, codex, gemini");
            });
  }

  @Test
  void aUsersFileWinsOverOurs() throws IOException {
    users(
        "mine.yaml",
        "name: claude\nextends: claude\ncomposer:\n  prompt: '^% (.*)'\n"
            + "  clear: [C-c]\n  gap: 2s\n");
    Driver driver = Drivers.load(folders).get("claude");
    assertThat(driver.gapBeforeEnter()).hasSeconds(2);
    assertThat(driver.confirmsPrompts()).as("what it does not say stays").isTrue();
  }

  @Test
  void aUsersOwnDriverStandsBesideOurs() throws IOException {
    users(
        "other.yaml",
        "name: other\ncommand: [other, --now]\ncomposer:\n  prompt: '^% (.*)'\n"
            + "  clear: [C-u]\nscreen:\n  bottom: 3\n  ready: ['^%']\n");
    assertThat(Drivers.load(folders).get("other").name()).isEqualTo("other");
    assertThat(Drivers.load(folders).get("other").confirmsPrompts()).isFalse();
  }

  private static final String BYPASS = "─".repeat(40) + "\n  ❯ No, exit\n    Yes, I accept\n\n";
  private static final String TRUST =
      "─".repeat(40) + "\n ❯ 1. Yes, I trust this folder\n   2. No, exit\n";

  @Test
  void consentOfTheUserAnswersWhatIsLeftToHimOtherwise() throws IOException {
    assertThat(Drivers.load(folders).get("claude").answer(BYPASS)).isEmpty();
    users(
        "claude.yaml",
        "name: claude\nextends: claude\nconsent:\n  permissions: { given: true,"
            + " arguments: [--yes] }\n");
    Driver driver = Drivers.load(folders).get("claude");
    assertThat(driver.answer(BYPASS)).hasValue(answer("bypass permissions mode", "Down", false));
    assertThat(driver.answer(TRUST)).as("no longer given").isEmpty();
  }

  @Test
  void aChoiceIsOnlyTakenWhereTheMarkIs() {
    Driver driver = Drivers.load(folders).get("claude");
    String other = TRUST.replace("❯ 1.", "  1.").replace("  2.", "❯ 2.");
    assertThat(driver.answer(TRUST)).hasValue(answer("trust this folder", "Enter", true));
    assertThat(driver.answer(other)).hasValue(answer("trust this folder", "Up", false));
    String composer = "─".repeat(40) + "\n❯\u00a0\n" + "─".repeat(40) + "\n";
    assertThat(driver.answer(TRUST + composer)).as("conversation").isEmpty();
  }

  private static DialogAnswer answer(String dialog, String key, boolean last) {
    return new DialogAnswer(dialog, List.of(new DialogAnswer.Step(key, null)), last);
  }

  @Test
  void anAnswerHasPausesBetweenItsKeys() throws IOException {
    users(
        "mine.yaml",
        "name: mine\nextends: scripted\ndialogs:\n  - { label: go, shows: 'Go\\?', answer:"
            + " [Down, {pause: 300ms}, Enter] }\n");
    assertThat(Drivers.load(folders).get("mine").answer("Go?").orElseThrow().steps())
        .containsExactly(
            new DialogAnswer.Step("Down", null),
            new DialogAnswer.Step(null, Duration.ofMillis(300)),
            new DialogAnswer.Step("Enter", null));
  }

  @Test
  void aTextThatEndsInAWordToBeCompletedIsEndedByABlank() {
    assertThat(Drivers.load(folders).get("codex").ending()).isEqualTo(" ");
    assertThat(Drivers.load(folders).get("claude").ending()).isEmpty();
  }

  @Test
  void theUpdateOfferOfCodexIsNeverTaken() {
    assertThat(Drivers.load(folders).get("codex").answer("Update available! 1.2 -> 1.3")).isEmpty();
  }

  @Test
  void refusesWhatIsWrongWithFileAndLine() throws IOException {
    String start = "name: x\ncommand: [x]\n";
    assertRefused(start + "colour: red\n", "x.yaml:3: unknown key 'colour'", "composer");
    assertRefused(start + "composer:\n  prompt: '(('\n", "x.yaml:4: ", "not a regular expression");
    assertRefused(
        start + "composer:\n  prompt: '(.)'\n  clear: [C-u]\n  gap: soon\n",
        "x.yaml:6: ",
        "'soon' is no duration");
    assertRefused(start + "screen:\n  bottom: 0\n", "x.yaml:", "screen.bottom must be 1 or more");
    assertRefused(start + "name: y\n", "x.yaml:3: ", "Duplicate");
    assertRefused("name: [\n", "x.yaml:", "");
    assertRefused("", "x.yaml:1: ", "empty");
    assertRefused(start, "x.yaml:1: ", "the key 'composer' is missing");
    assertRefused("name: x\nextends: nobody\n", "x.yaml:1: ", "extends 'nobody'");
    assertRefused(
        "name: x\nextends: claude\narguments: ['{worktre}']\n",
        "x.yaml:1: ",
        "unknown placeholder {worktre}");
    String more = "name: x\nextends: claude\nheadless:\n";
    assertRefused(more + "  prompt: paste\n", "x.yaml:3: ", "'prompt' is stdin or argument");
    assertRefused(more + "  after: [x]\n", "x.yaml:3: ", "'after' needs 'prompt: argument'");
    assertRefused(more + "  answer: result\n", "x.yaml:4: ", "headless.answer");
    assertRefused(more + "  reply: /x\n", "x.yaml:4: unknown key 'headless.reply'", "answer");
    assertRefused(more + "  arguments: ['{rol}']\n", "x.yaml:1: ", "unknown placeholder {rol}");
  }

  private void assertRefused(String yaml, String place, String why) throws IOException {
    users("x.yaml", yaml);
    assertThatThrownBy(() -> Drivers.load(folders))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(place)
        .hasMessageContaining(why);
  }

  private void users(String name, String yaml) throws IOException {
    Path folder = Files.createDirectories(folders.config().resolve("drivers"));
    Files.writeString(folder.resolve(name), yaml);
  }
}
