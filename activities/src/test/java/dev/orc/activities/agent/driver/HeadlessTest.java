package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.Driver.HeadlessOrder;
import dev.orc.activities.agent.driver.Driver.HeadlessStart;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlessTest {
  @TempDir Path home;
  private HostFolders folders;

  @BeforeEach
  void folders() {
    folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "claude, claude -p --output-format json",
    "codex, codex exec --skip-git-repo-check --sandbox read-only -",
    "gemini, gemini --skip-trust --output-format json",
    "opencode, opencode run"
  })
  void thePromptIsReadFromTheInputWherePossible(String driver, String command) {
    HeadlessStart start = start(driver, "-think; $HOME");
    assertThat(String.join(" ", start.command())).isEqualTo(command);
    assertThat(start.input()).isEqualTo("-think; $HOME");
  }

  @Test
  void otherwiseItIsOneArgumentAndNeverLookedInto() throws IOException {
    users(
        "name: mine\nextends: opencode\nheadless: { prompt: argument, arguments: [ask], after: [-q, '{role}'] }\n");
    assertThat(start("mine", "think of {role}; $HOME").command())
        .containsExactly("opencode", "ask", "think of {role}; $HOME", "-q", "headless");
    assertThat(start("mine", "think").input()).isEmpty();
  }

  @Test
  void itsEnvironmentIsTheDriversWithItsOwnOverIt() throws IOException {
    HeadlessStart qwen = start("qwen", "think");
    assertThat(Path.of(qwen.environment().get("QWEN_CODE_SYSTEM_DEFAULTS_PATH"))).exists();
    assertThat(qwen.environment()).doesNotContainKeys("ORC_SPOOL", "ORC_ROLE");
    users(
        "name: mine\nextends: claude\nheadless: { environment: { DISABLE_AUTOUPDATER: '2', P:"
            + " '{worktree}' } }\n");
    assertThat(start("mine", "think").environment())
        .containsEntry("DISABLE_AUTOUPDATER", "2")
        .containsEntry("P", home.toString());
  }

  @Test
  void aDriverWithoutThePartCanNotBeAsked() throws IOException {
    users(
        "name: mine\ncommand: [x]\ncomposer:\n  prompt: '^% (.*)'\n  clear: [C-u]\nscreen:\n"
            + "  bottom: 3\n  ready: ['^%']\n");
    Driver mine = Drivers.load(folders).get("mine");
    assertThat(mine.headless(order("think"))).isEmpty();
    assertThat(mine.headlessAnswer("yes")).isEmpty();
  }

  @Test
  void theAnswerIsAllThatIsPrintedOrWhereTheJsonHasIt() {
    Drivers drivers = Drivers.load(folders);
    assertThat(drivers.get("codex").headlessAnswer("\n yes \n")).hasValue("yes");
    assertThat(drivers.get("codex").headlessAnswer(" \n")).isEmpty();
    Driver claude = drivers.get("claude");
    assertThat(claude.headlessAnswer("{\"type\":\"result\",\"result\":\" a \\\"b\\\"\\n\"}"))
        .hasValue("a \"b\"");
    assertThat(claude.headlessAnswer("Warning: old\n{\"result\":{\"a\":1}}")).hasValue("{\"a\":1}");
    assertThat(claude.headlessAnswer("{\"result\":null}")).isEmpty();
    assertThat(claude.headlessAnswer("{\"other\":\"x\"}")).isEmpty();
    assertThat(claude.headlessAnswer("{\"result\":")).isEmpty();
    assertThat(claude.headlessAnswer("not logged in")).isEmpty();
  }

  private HeadlessStart start(String driver, String prompt) {
    return Drivers.load(folders).get(driver).headless(order(prompt)).orElseThrow();
  }

  private HeadlessOrder order(String prompt) {
    return new HeadlessOrder("shop", home, folders.state(), prompt);
  }

  private void users(String yaml) throws IOException {
    Path drivers = Files.createDirectories(folders.config().resolve("drivers"));
    Files.writeString(drivers.resolve("mine.yaml"), yaml);
  }
}
