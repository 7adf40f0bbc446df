package dev.orc.activities.plan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.tmux.TmuxSettings;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.activities.yaml.Fault;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.model.StoryLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir Path home;

  @Test
  void isTheDefaultWithoutAFileOrWithAnEmptyOne() throws IOException {
    assertThat(load()).isEqualTo(Config.DEFAULTS);
    write("# nothing yet\n");
    assertThat(load()).isEqualTo(Config.DEFAULTS);
  }

  @Test
  void readsEverything() throws IOException {
    write(
        """
        host: build-1
        driver: codex
        roles:
          tester: claude
          project_manager:
            driver: claude
            arguments: [--model, opus]
            environment: {LEVEL: high}
        settings:
          stuck-after: 45m
          crashesAllowed: 7
        tmux: {program: /opt/tmux, socket: mine}
        temporal:
          address: 10.0.0.1:7233
          namespace: agents
          port: 7300
        environment:
          LANG: C.UTF-8
        notice: [notify-send, orc]
        project-folders: [src, /work]
        analysis: {within: 2m, tries: 2}
        queue:
          parallel: 4
          continue-on-error: false
          log-level: WARNING
          research: off
          research-within: 10m
          retries: 0
          empty-for: 2s
          agent-memory: 2GB
        """);

    Config config = load();

    assertThat(config.host()).isEqualTo("build-1");
    assertThat(config.program("developer")).isEqualTo(Program.of("codex"));
    assertThat(config.program("tester")).isEqualTo(Program.of("claude"));
    assertThat(config.program("project-manager"))
        .isEqualTo(new Program("claude", List.of("--model", "opus"), Map.of("LEVEL", "high")));
    assertThat(config.settings().stuckAfter()).isEqualTo(Duration.ofMinutes(45));
    assertThat(config.settings().crashesAllowed()).isEqualTo(7);
    assertThat(config.settings().ceiling()).isEqualTo(ProjectSettings.DEFAULTS.ceiling());
    assertThat(config.tmux()).isEqualTo(new TmuxSettings("/opt/tmux", "mine"));
    assertThat(config.temporal())
        .isEqualTo(new TemporalSection("10.0.0.1:7233", "agents", 7300, false));
    assertThat(config.environment()).containsExactly(Map.entry("LANG", "C.UTF-8"));
    assertThat(config.notices().command()).containsExactly("notify-send", "orc");
    assertThat(config.analysis()).isEqualTo(new AnalysisSettings(Duration.ofMinutes(2), 2));
    assertThat(config.projectFolders())
        .containsExactly(home.resolve("config/src"), Path.of("/work"));
    BatchSettings batch = config.queue().batch();
    assertThat(batch.parallel()).isEqualTo(4);
    assertThat(batch.continueOnError()).isFalse();
    assertThat(batch.level()).isEqualTo(StoryLevel.WARNING);
    assertThat(batch.research()).isEqualTo(ResearchMode.OFF);
    assertThat(batch.retries()).isZero();
    assertThat(batch.emptyFor()).isEqualTo(Duration.ofSeconds(2));
    assertThat(batch.retryFirst()).isEqualTo(BatchSettings.DEFAULTS.retryFirst());
    assertThat(config.queue().agentMemory()).isEqualTo(2_000_000_000L);
    assertThat(config.queue().researchWithin()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void saysWhatIsWrongWithTheQueue() throws IOException {
    write(
        """
        queue:
          parallel: 0
          paralel: 2
          research: maybe
          agent-memory: 400
          continue-on-error: yes
          retries: many
          look-every: often
        """);

    ConfigFaults faults = catchThrowableOfType(ConfigFaults.class, this::load);

    assertThat(faults.faults())
        .extracting(Fault::line)
        .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8);
    assertThat(faults.getMessage())
        .contains("did you mean parallel?", "agent, analysis, off", "write it as 400MB");
  }

  @Test
  void documentsEveryKeyWithItsUsualValue() throws IOException {
    String document = Files.readString(Path.of("../docs/configuration.md"));
    String example = document.substring(document.indexOf("```yaml\n") + 8);
    write(example.substring(0, example.indexOf("```")));

    assertThat(load().settings()).isEqualTo(ProjectSettings.DEFAULTS);
    assertThat(load().tmux()).isEqualTo(TmuxSettings.DEFAULTS);
    assertThat(load().queue()).isEqualTo(QueueSettings.DEFAULTS);
    assertThat(QueueReader.KEYS).allSatisfy(name -> assertThat(example).contains(name + ": "));
    assertThat(Settings.names()).allSatisfy(name -> assertThat(example).contains(name + ": "));
  }

  @Test
  void saysEveryFaultWithItsPlaceAndWhatWouldBeRight() throws IOException {
    write(
        """
        drivr: claude
        settings:
          stuck-after: soon
          stuck-afer: 3m
        tmux:
          socket: "a b"
        temporal: 7233
        roles:
          devloper: claude
          tester: {arguments: x}
        notice: bell
        """);

    ConfigFaults faults = catchThrowableOfType(ConfigFaults.class, this::load);

    assertThat(faults.faults())
        .extracting(Fault::line)
        .containsExactlyInAnyOrder(1, 3, 4, 6, 7, 9, 10, 10, 11);
    assertThat(faults.getMessage().lines())
        .anySatisfy(
            line -> assertThat(line).contains(":1: unknown key 'drivr'; did you mean driver?"))
        .anySatisfy(line -> assertThat(line).contains(":3: 'soon' is not a duration; write it as"))
        .anySatisfy(line -> assertThat(line).contains(":4:").contains("did you mean stuck-after?"))
        .anySatisfy(line -> assertThat(line).contains(":9:").contains("did you mean developer?"));
  }

  @Test
  void saysWhereItIsNotYamlOrSaysAThingTwice() throws IOException {
    write("driver: claude\nroles: [}\n");
    assertThatThrownBy(this::load).hasMessageContaining("config.yaml:2: this is not YAML");
    write("driver: claude\ndriver: codex\n");
    assertThatThrownBy(this::load).hasMessageContaining("config.yaml:2: 'driver' is there twice");
    write("just words\n");
    assertThatThrownBy(this::load).hasMessageContaining("config.yaml:1:");
  }

  @Test
  void aProjectChangesWhatIsItsOwnAndNothingElse() throws IOException {
    write("driver: codex\nroles: {tester: claude}\n");
    Path file = home.resolve(".orc.yaml");
    Files.writeString(file, "roles: {developer: gemini}\nsettings: {ceiling: 8h}\n");

    Config config = load().withProject(folders(), home);

    assertThat(config.program("developer").driver()).isEqualTo("gemini");
    assertThat(config.program("tester").driver()).isEqualTo("claude");
    assertThat(config.program("tester-2").driver()).isEqualTo("codex");
    assertThat(config.settings().ceiling()).isEqualTo(Duration.ofHours(8));
    Files.writeString(
        file, "notice: [rm, -rf, x]\nroles: {tester: {driver: x, environment: {}}}\n");
    assertThatThrownBy(() -> load().withProject(folders(), home))
        .hasMessageContaining(":1: unknown key 'notice'")
        .hasMessageContaining(":2: unknown key 'environment'");
  }

  @Test
  void changesSettingsByName() {
    ProjectSettings changed =
        Settings.changed(
            ProjectSettings.DEFAULTS,
            List.of("stuckAfter=1h30m", "limit-margin=45s", "extensions=0"));
    assertThat(changed.stuckAfter()).isEqualTo(Duration.ofMinutes(90));
    assertThat(changed.limitMargin()).isEqualTo(Duration.ofSeconds(45));
    assertThat(changed.extensions()).isZero();
    for (String wrong :
        List.of("stuckAfter", "nothing=3", "extensions=-1", "ceiling=0s", "ceiling=")) {
      assertThatThrownBy(() -> Settings.changed(ProjectSettings.DEFAULTS, List.of(wrong)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(wrong);
    }
  }

  private HostFolders folders() {
    return HostFolders.of(Map.of("ORC_HOME", home.toString()));
  }

  private Config load() {
    return Config.load(folders());
  }

  private void write(String yaml) throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/config.yaml"), yaml);
  }
}
