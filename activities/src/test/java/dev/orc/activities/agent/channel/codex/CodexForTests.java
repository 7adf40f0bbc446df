package dev.orc.activities.agent.channel.codex;

import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.activities.agent.channel.RealProgram;
import dev.orc.activities.agent.channel.Wiring;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real Codex in a pane. */
final class CodexForTests extends RealProgram {

  CodexForTests() throws IOException {
    super(
        "codex",
        new CodexOpener(HttpClient.newHttpClient(), Clock.systemUTC(), SERVER),
        model -> Map.of("TEST_KEY", "sk-test"));
    Path home = Files.createDirectories(pane.home().resolve(".codex"));
    Files.writeString(
        home.resolve("config.toml"),
        """
        model = "test"
        model_provider = "test"
        check_for_update_on_startup = false
        [model_providers.test]
        name = "test"
        base_url = "%s"
        env_key = "TEST_KEY"
        wire_api = "responses"
        request_max_retries = 0
        stream_max_retries = 0
        [analytics]
        enabled = false
        """
            .formatted(model.url()));
  }

  @Override
  protected Wiring wiring(List<String> argument) {
    List<String> server = new ArrayList<>(List.of("app-server"));
    server.addAll(argument);
    server.addAll(List.of("-c", "allow_login_shell=false"));
    server.addAll(List.of("-c", "sandbox_mode=\"workspace-write\""));
    server.addAll(List.of("-c", "approval_policy=\"on-request\""));
    List<String> attach = List.of("resume", "-c", "notice.hide_rate_limit_model_nudge=true");
    return new Wiring(ChannelKind.CODEX_APP_SERVER, server, attach, Map.of(), null);
  }

  @Override
  protected String serverWord() {
    return "app-server";
  }
}
