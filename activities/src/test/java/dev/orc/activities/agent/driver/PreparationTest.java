package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.base.text.Digest;
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
    PaneStart start =
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
  void codexTrustsTheHooksThatItIsGivenAndNoOthers() {
    List<String> command = prepare("codex", Program.of("codex")).command();
    String stop = value(command, "hooks.Stop=");
    String script = folders.state().resolve("hooks/hook.sh").toString();
    String quoted = "'" + script.replace("'", "'\\''") + "' Stop";
    String inToml = quoted.replace("\\", "\\\\").replace("\"", "\\\"");
    assertThat(stop).contains("command=\"" + inToml + "\"");
    String identity =
        "{\"event_name\":\"stop\",\"hooks\":[{\"async\":false,\"command\":\""
            + inToml
            + "\",\"timeout\":5,\"type\":\"command\"}]}";
    assertThat(value(command, "hooks.state="))
        .contains(":stop:0:0\"={trusted_hash=\"sha256:" + Digest.of(identity) + "\"}");
    assertThat(command).doesNotContain("--dangerously-bypass-hook-trust");
  }

  @Test
  void codexMayWriteWhatACommitInALinkedWorktreeWrites() throws IOException {
    Path own = Files.createDirectories(home.resolve("shop/.git/worktrees/developer"));
    Files.writeString(own.resolve("commondir"), "../..\n");
    Path worktree = Files.createDirectories(home.resolve("trees/developer"));
    Files.writeString(worktree.resolve(".git"), "gitdir: " + own + "\n");
    String roots =
        value(
            prepare("codex", Program.of("codex"), worktree).command(),
            "sandbox_workspace_write.writable_roots=");
    Path common = home.resolve("shop/.git");
    assertThat(roots)
        .isEqualTo(
            "[\"%s\",\"%s/objects\",\"%s/refs\",\"%s/logs\",%s]"
                .formatted(own, common, common, common, outbox()));
  }

  /** What it says while the worker is down has to be kept too. */
  private String outbox() {
    return "\"" + home + "/it's \\\"here\\\"/state/outbox\"";
  }

  @Test
  void geminiIsGivenItsHooksByAnExtensionAndSaysWhoCommits() throws IOException {
    Files.createDirectories(home.resolve("worktree"));
    Program program =
        new Program("gemini", List.of(), Map.of("HOME", home.resolve("ann").toString()));
    Map<String, String> environment = prepare("gemini", program).environment();
    Path extension = home.resolve("ann/.gemini/extensions/orc");
    JsonNode hooks = new ObjectMapper().readTree(extension.resolve("hooks/hooks.json").toFile());
    assertThat(hooks.at("/hooks/BeforeAgent/0/hooks/0/timeout").asInt()).isEqualTo(5000);
    assertThat(new ObjectMapper().readTree(extension.resolve("gemini-extension.json").toFile()))
        .anySatisfy(value -> assertThat(value.asText()).isEqualTo("orc"));
    assertThat(environment)
        .containsEntry("GIT_CONFIG_KEY_0", "user.name")
        .hasEntrySatisfying("GIT_CONFIG_VALUE_0", name -> assertThat(name).isNotBlank());
  }

  @Test
  void qwenIsGivenItsHooksByItsLowestSettings() throws IOException {
    String file =
        prepare("qwen", Program.of("qwen")).environment().get("QWEN_CODE_SYSTEM_DEFAULTS_PATH");
    JsonNode settings = new ObjectMapper().readTree(Path.of(file).toFile());
    assertThat(settings.at("/hooks/UserPromptSubmit/0/hooks/0/timeout").asInt()).isEqualTo(5);
  }

  /** Its own habit is to run every command. */
  @Test
  void openCodeAsksForWhatNobodyAllowed() throws IOException {
    Map<String, String> environment = prepare("opencode", Program.of("opencode")).environment();
    JsonNode bash =
        new ObjectMapper().readTree(environment.get("OPENCODE_PERMISSION")).path("bash");
    // The last rule that fits counts.
    assertThat(bash.fieldNames().next()).isEqualTo("*");
    assertThat(bash.path("*").asText()).isEqualTo("ask");
    assertThat(bash.path("orc report *").asText()).isEqualTo("allow");
  }

  private static String value(List<String> command, String key) {
    return command.stream()
        .filter(word -> word.startsWith(key))
        .findFirst()
        .orElseThrow()
        .substring(key.length());
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
        drivers.resolve("a.yaml"), "name: a\nextends: opencode\ncommand: [no-such-program-here]\n");
    Files.writeString(
        drivers.resolve("b.yaml"),
        "name: b\n"
            + "extends: opencode\n"
            + "command: [sh]\n"
            + "login: { command: ['false'], remedy: knock }\n");
    Files.writeString(
        drivers.resolve("c.yaml"),
        "name: c\nextends: opencode\ncommand: [sh]\nlogin: { command: ['true'], remedy: knock }\n");
    Drivers loaded = Drivers.load(folders);
    assertThat(loaded.get("a").unusable().orElseThrow())
        .contains("no-such-program-here is not on the PATH: install it");
    assertThat(loaded.get("b").unusable().orElseThrow())
        .contains("not logged in")
        .endsWith("knock");
    assertThat(loaded.get("c").unusable()).isEmpty();
    assertThat(loaded.get("scripted").unusable()).isEmpty();
  }

  private PaneStart prepare(String driver, Program program) {
    return prepare(driver, program, home.resolve("worktree"));
  }

  private PaneStart prepare(String driver, Program program, Path worktree) {
    return Drivers.load(folders)
        .get(driver)
        .prepare(
            new Driver.StartOrder(
                "shop",
                "developer",
                2,
                program,
                worktree,
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
