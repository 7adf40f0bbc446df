package dev.orc.lab.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A home of its own for the programs: as a person's who has been through their first questions,
 * with the stand-in for their vendors. Telemetry and updates are off. Stateless.
 */
public final class ProgramHome {
  private static final String KEY = "sk-of-the-stand-in-0123456789";

  /** Limits of hours and weeks are a subscription's: a key would have none. */
  private static final String LOG_IN =
      """
      {"claudeAiOauth": {
        "accessToken": "sk-ant-oat01-of-the-stand-in", "refreshToken": "sk-ant-ort01-of-the-stand-in",
        "expiresAt": 4102444800000, "scopes": ["user:inference", "user:profile"],
        "subscriptionType": "max", "rateLimitTier": "default_claude_max_5x"}}
      """;

  private ProgramHome() {}

  /** Writes the programs' own files. */
  public static void furnish(Path home, String url) throws IOException {
    write(home.resolve(".claude.json"), "{\"hasCompletedOnboarding\": true}");
    write(home.resolve(".claude/.credentials.json"), LOG_IN);
    write(home.resolve(".codex/auth.json"), "{\"OPENAI_API_KEY\": \"" + KEY + "\"}");
    write(home.resolve(".codex/config.toml"), codex(url));
    write(
        home.resolve(".gemini/settings.json"),
        """
        {"security": {"auth": {"selectedType": "gemini-api-key"}},
         "general": {"disableAutoUpdate": true, "enableAutoUpdate": false},
         "privacy": {"usageStatisticsEnabled": false}}
        """);
    write(home.resolve(".config/opencode/opencode.json"), openCode(url));
    write(home.resolve(".qwen/settings.json"), qwen(url));
  }

  /** What a person's shell would have. */
  public static Map<String, String> environment(Path home, String url) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", home.toString());
    environment.put("SHELL", "/bin/bash");
    environment.put("LANG", "C.UTF-8");
    environment.put("ANTHROPIC_BASE_URL", url);
    environment.put("DISABLE_TELEMETRY", "1");
    environment.put("DISABLE_AUTOUPDATER", "1");
    environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
    environment.put("STAND_IN_KEY", KEY);
    environment.put("GOOGLE_GEMINI_BASE_URL", url);
    environment.put("GEMINI_API_KEY", KEY);
    environment.put("GEMINI_TELEMETRY_ENABLED", "false");
    environment.put("OPENCODE_DISABLE_AUTOUPDATE", "1");
    environment.put("OPENCODE_DISABLE_MODELS_FETCH", "1");
    return environment;
  }

  /** Variables of whoever runs the tests that would reach the programs otherwise. */
  public static boolean isForeign(String variable) {
    return List.of(
                "ANTHROPIC_",
                "CLAUDE",
                "OPENAI_",
                "CODEX_",
                "GEMINI_",
                "GOOGLE_",
                "OPENCODE_",
                "QWEN_")
            .stream()
            .anyMatch(variable::startsWith)
        || variable.startsWith("XDG_")
        || variable.equals("TMPDIR");
  }

  private static String codex(String url) {
    return """
    model = "stand-in"
    model_provider = "stand-in"
    check_for_update_on_startup = false
    [analytics]
    enabled = false
    [model_providers.stand-in]
    name = "stand-in"
    base_url = "%s/v1"
    env_key = "STAND_IN_KEY"
    wire_api = "responses"
    """
        .formatted(url);
  }

  private static String openCode(String url) {
    return """
    {"model": "stand-in/model", "small_model": "stand-in/model",
     "autoupdate": false, "share": "disabled",
     "provider": {"stand-in": {
       "npm": "@ai-sdk/openai-compatible", "name": "Stand-in",
       "options": {"baseURL": "%s/v1", "apiKey": "none"},
       "models": {"model": {"name": "model"}}}}}
    """
        .formatted(url);
  }

  private static String qwen(String url) {
    return """
    {"security": {"auth": {"selectedType": "openai", "apiKey": "none", "baseUrl": "%s/v1"}},
     "model": {"name": "model"}, "general": {"enableAutoUpdate": false},
     "privacy": {"usageStatisticsEnabled": false}, "telemetry": {"enabled": false}}
    """
        .formatted(url);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
