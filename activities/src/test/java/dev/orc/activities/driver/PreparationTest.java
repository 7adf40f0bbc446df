package dev.orc.activities.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  @TempDir Path home;
  private HostFolders folders;

  @BeforeEach
  void folders() {
    folders = HostFolders.of(Map.of("ORC_HOME", home + "/it's \"here\""));
  }

  @Test
  void claudeIsGivenItsHooksInAFileOfTheStateFolder() throws IOException {
    Driver.Start start =
        prepare("claude", new Program("claude", List.of("--model", "x{role}"), Map.of()));
    Path settings = folders.state().resolve("hooks/claude.json");
    assertThat(start.command())
        .containsExactly(
            "claude",
            "--permission-mode",
            "acceptEdits",
            "--settings",
            settings.toString(),
            "--model",
            "x{role}");
    JsonNode written = new ObjectMapper().readTree(settings.toFile());
    assertThat(written.at("/permissions/allow").toString())
        .contains("Bash(orc report:*)")
        .doesNotContain("Bash(orc stop");
    JsonNode stop = written.at("/hooks/Stop/0/hooks/0");
    assertThat(stop.get("timeout").asInt()).isEqualTo(5);
    assertThat(runByShell(stop.get("command").asText())).contains("\"event\":\"Stop\"");
    assertThat(folders.state().resolve("hooks").toFile().list())
        .as("nothing half-written is left")
        .containsExactlyInAnyOrder("claude.json", "hook.sh");
  }

  @Test
  void whatOrcSaysWinsOverProgramAndDriver() {
    Program program =
        new Program("claude", List.of(), Map.of("DISABLE_AUTOUPDATER", "0", "ORC_ROLE", "boss"));
    Map<String, String> environment = prepare("claude", program).environment();
    assertThat(environment)
        .containsEntry("DISABLE_AUTOUPDATER", "0")
        .containsEntry("ORC_ROLE", "developer")
        .containsEntry("ORC_INCARNATION", "2")
        .containsEntry("ORC_SPOOL", folders.spool("shop", "developer").toString());
    assertThat(folders.spool("shop", "developer").getParent()).isDirectory();
  }

  @Test
  void consentOfTheUserDecidesHowFreelyItWorks() throws IOException {
    Path drivers = Files.createDirectories(folders.config().resolve("drivers"));
    Files.writeString(
        drivers.resolve("claude.yaml"),
        "name: claude\nextends: claude\nconsent:\n  permissions:\n    given: true\n"
            + "    arguments: [--dangerously-skip-permissions]\n");
    assertThat(prepare("claude", Program.of("claude")).command())
        .contains("--dangerously-skip-permissions")
        .doesNotContain("acceptEdits");
  }

  @Test
  void codexIsGivenItsHooksByArguments() throws IOException {
    List<String> command = prepare("codex", Program.of("codex")).command();
    String notify =
        command.stream().filter(word -> word.startsWith("notify=")).findFirst().orElseThrow();
    JsonNode words = new ObjectMapper().readTree(notify.substring("notify=".length()));
    assertThat(words.get(0).asText())
        .isEqualTo(folders.state().resolve("hooks/hook.sh").toString());
    assertThat(command).contains("check_for_update_on_startup=false");
  }

  @Test
  void geminiIsGivenItsHooksByItsEnvironmentInMilliseconds() throws IOException {
    String file =
        prepare("gemini", Program.of("gemini"))
            .environment()
            .get("GEMINI_CLI_SYSTEM_DEFAULTS_PATH");
    JsonNode settings = new ObjectMapper().readTree(Path.of(file).toFile());
    assertThat(settings.at("/hooks/BeforeAgent/0/hooks/0/timeout").asInt()).isEqualTo(5000);
    assertThat(settings.at("/hooksConfig/enabled").asBoolean()).isTrue();
  }

  @Test
  void opencodeIsGivenAPlugin() throws IOException {
    String folder =
        prepare("opencode", Program.of("opencode")).environment().get("OPENCODE_CONFIG_DIR");
    String plugin = Files.readString(Path.of(folder).resolve("plugins/orc.js"));
    assertThat(plugin).contains("hooks/hook.sh\"").contains("\\\"here\\\"").doesNotContain("{hook");
  }

  @Test
  void theScriptedAgentIsStartedByThisJava() {
    List<String> command = prepare("scripted", Program.of("scripted")).command();
    assertThat(Path.of(command.get(0))).isExecutable();
    Path classes = Path.of(command.get(command.indexOf("-cp") + 1));
    assertThat(classes.resolve("dev/orc/activities/scripted/ScriptedAgent.class")).exists();
  }

  @Test
  void preparingAgainChangesNoFile() throws IOException {
    prepare("claude", Program.of("claude"));
    Path settings = folders.state().resolve("hooks/claude.json");
    Object before = Files.getAttribute(settings, "unix:ino");
    prepare("claude", Program.of("claude"));
    assertThat(Files.getAttribute(settings, "unix:ino")).isEqualTo(before);
  }

  @Test
  void saysWhyAProgramCanNotBeUsed() throws IOException {
    Path drivers = Files.createDirectories(folders.config().resolve("drivers"));
    Files.writeString(
        drivers.resolve("a.yaml"), "name: a\nextends: aider\ncommand: [no-such-program-here]\n");
    Files.writeString(
        drivers.resolve("b.yaml"),
        "name: b\nextends: aider\ncommand: [sh]\nlogin: { command: ['false'], remedy: knock }\n");
    Files.writeString(
        drivers.resolve("c.yaml"),
        "name: c\nextends: aider\ncommand: [sh]\nlogin: { command: ['true'], remedy: knock }\n");
    Drivers loaded = Drivers.load(folders);
    assertThat(loaded.get("a").unusable().orElseThrow())
        .contains("no-such-program-here is not on the PATH: install it");
    assertThat(loaded.get("b").unusable().orElseThrow())
        .contains("not logged in")
        .endsWith("knock");
    assertThat(loaded.get("c").unusable()).isEmpty();
    assertThat(loaded.get("scripted").unusable()).isEmpty();
  }

  private Driver.Start prepare(String driver, Program program) {
    return Drivers.load(folders)
        .get(driver)
        .prepare(
            new Driver.StartOrder(
                "shop",
                "developer",
                2,
                program,
                home.resolve("worktree"),
                folders.state(),
                folders.spool("shop", "developer"),
                Map.of("ORC_PROJECT", "shop", "ORC_ROLE", "developer")));
  }

  /** Runs a hook's command as the programs do, by a shell, and answers what is in the spool. */
  private String runByShell(String command) throws IOException {
    Path spool = home.resolve("spool.jsonl");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.environment().put("ORC_SPOOL", spool.toString());
    Process process = builder.redirectInput(Path.of("/dev/null").toFile()).start();
    process.onExit().join();
    return Files.readString(spool);
  }
}
