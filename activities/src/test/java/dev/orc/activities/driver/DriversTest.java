package dev.orc.activities.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.Refusal;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        .containsExactlyInAnyOrder("claude", "codex", "gemini", "opencode", "aider", "scripted");
  }

  @Test
  void namesThoseThatExistWhenThereIsNoneOfThatName() {
    assertThatThrownBy(() -> Drivers.load(folders).get("cloud"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
              assertThat(refusal.remedy()).contains("aider, claude, codex, gemini");
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

  @Test
  void consentOfTheUserAnswersWhatIsLeftToHimOtherwise() throws IOException {
    assertThat(Drivers.load(folders).get("claude").answer("bypass permissions mode")).isEmpty();
    users(
        "claude.yaml",
        "name: claude\nextends: claude\nconsent:\n  permissions: { given: true,"
            + " arguments: [--yes] }\n");
    Driver driver = Drivers.load(folders).get("claude");
    assertThat(driver.answer("bypass permissions mode"))
        .hasValueSatisfying(keys -> assertThat(keys).containsExactly("Down", "Enter"));
    assertThat(driver.answer("trust this folder")).as("no longer given").isEmpty();
  }

  @Test
  void theUpdateOfferOfCodexIsNeverTaken() {
    assertThat(Drivers.load(folders).get("codex").answer("update offer")).isEmpty();
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
