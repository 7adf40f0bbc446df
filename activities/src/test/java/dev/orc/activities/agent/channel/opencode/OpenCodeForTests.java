package dev.orc.activities.agent.channel.opencode;

import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.activities.agent.channel.RealProgram;
import dev.orc.activities.agent.channel.Wiring;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real OpenCode in a pane. */
final class OpenCodeForTests extends RealProgram {
  private static final String CONFIG =
      """
      {"$schema":"https://opencode.ai/config.json","model":"test/test","small_model":"test/test",
       "autoupdate":false,"share":"disabled",
       "permission":{"bash":{"*":"allow","touch *":"ask"},"edit":"allow"},
       "provider":{"test":{"npm":"@ai-sdk/openai-compatible","name":"test",
         "options":{"baseURL":"%s","apiKey":"sk-test"},
         "models":{"test":{"name":"test","cost":{"input":2,"output":10}}}}}}
      """;

  OpenCodeForTests() throws IOException {
    super(
        "opencode",
        new OpenCodeOpener(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            Clock.systemUTC(),
            SERVER),
        model ->
            Map.of(
                "OPENCODE_CONFIG_CONTENT",
                CONFIG.formatted(model),
                "OPENCODE_DISABLE_AUTOUPDATE",
                "true",
                "OPENCODE_DISABLE_MODELS_FETCH",
                "1"));
  }

  @Override
  protected Wiring wiring(List<String> argument) {
    List<String> server = new ArrayList<>(List.of("serve"));
    server.addAll(argument);
    return new Wiring(ChannelKind.OPENCODE_SERVER, server, List.of("attach"), Map.of(), null);
  }

  @Override
  protected String serverWord() {
    return "serve";
  }
}
