package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostFolders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookReaderTest {
  private static final Instant NOW = Instant.parse("2026-06-03T10:00:00Z");
  private static final Drivers DRIVERS =
      Drivers.load(HostFolders.of(Map.of("ORC_HOME", "/nonexistent")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claude | SessionStart     | {'source':'startup'}                         | READY",
        "claude | SessionStart     | {'source':'compact'}                         | ",
        "claude | UserPromptSubmit | {'prompt':'x'}                               | BUSY",
        "claude | PreToolUse       | {'tool_name':'Bash'}                         | BUSY",
        "claude | PostToolUse      | {'tool_name':'Bash'}                         | BUSY",
        "claude | PreCompact       | {'trigger':'auto'}                           | BUSY",
        "claude | PermissionRequest| {'tool_name':'Bash'}                         | ASKING",
        "claude | Notification     | {'notification_type':'permission_prompt'}    | ASKING",
        "claude | Notification     | {'notification_type':'idle_prompt'}          | ",
        "claude | Notification     | {'notification_type':'auth_success'}         | ",
        "claude | Stop             | {'stop_hook_active':false}                   | READY",
        "claude | StopFailure      | {'error':'rate_limit'}                       | LIMITED",
        "claude | StopFailure      | {'error':'billing_error'}                    | LIMITED",
        "claude | StopFailure      | {'error':'authentication_failed'}            | ASKING",
        "claude | StopFailure      | {'error':'overloaded'}                       | READY",
        "claude | SubagentStop     | {}                                           | ",
        "claude | SessionEnd       | {'reason':'other'}                           | ",
        "codex  | UserPromptSubmit | {'prompt':'x'}                               | BUSY",
        "codex  | Stop             | {}                                           | READY",
        "qwen   | StopFailure      | {'error':'server_error'}                     | READY",
        "gemini | BeforeAgent      | {'prompt':'x'}                               | BUSY",
        "gemini | AfterAgent       | {}                                           | READY",
        "gemini | Notification     | {'notification_type':'ToolPermission'}       | ASKING",
        "scripted | Stop           | {}                                           | READY",
      })
  void readsTheCondition(String driver, String event, String data, Condition expected) {
    assertThat(read(driver, event, data).map(Reading::condition))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate_limit            | You’ve hit your session limit · resets 3pm (UTC) | LIMITED | LIMIT",
        "rate_limit            | API Error: Request rejected (429)                | READY   | RATE",
        "billing_error         | Credit balance is too low                        | LIMITED | CREDIT",
        "authentication_failed | Invalid API key · Fix external API key           | ASKING  | AUTHENTICATION",
        "server_error          | API Error: 529 Overloaded.                       | READY   | OVERLOAD",
        "overloaded            | API Error: Overloaded                            | READY   | OVERLOAD",
        "unknown               | API Error: Unable to connect to API (ECONNREFUSED) | READY | NETWORK",
        "invalid_request       | API Error: 400 no                                | READY   | OTHER",
      })
  void aFailedTurnSaysWhyItBrokeOff(
      String error, String text, Condition condition, BrokenTurn.Kind broke) {
    String data = "{'error':'" + error + "','last_assistant_message':'" + text + "'}";
    Reading reading = read("claude", "StopFailure", data).orElseThrow();
    assertThat(reading.condition()).isEqualTo(condition);
    assertThat(reading.broke()).isEqualTo(broke);
    assertThat(text).startsWith(reading.detail());
    assertThat(read("claude", "Stop", "{}").orElseThrow().broke()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'tool_name':'Bash','tool_input':{'command':'rm -r build'}}            | rm -r build",
        "{'tool_name':'Edit','tool_input':{'file_path':'/a/b.txt'}}             | /a/b.txt",
        "{'tool_name':'AskUserQuestion','tool_input':{'questions':[{'question':'Which?'}]}} | Which?",
        "{'tool_name':'Odd','tool_input':{}}                                    | Odd",
      })
  void aQuestionIsToldInTheAgentsOwnWords(String data, String detail) {
    assertThat(read("claude", "PermissionRequest", data).orElseThrow().detail()).isEqualTo(detail);
  }

  @Test
  void readsTheResetTimeOfALimit() {
    Reading reading =
        read(
                "claude",
                "StopFailure",
                "{'error':'rate_limit','last_assistant_message':"
                    + "'You’ve hit your session limit · resets 3:45pm (UTC)'}")
            .orElseThrow();
    assertThat(reading.resetsAt()).isEqualTo("2026-06-03T15:45:00Z");
    assertThat(reading.detail()).startsWith("You’ve hit your session limit");
  }

  @Test
  void theStatusLineKnowsTheResetTimeBetterThanTheText() {
    String data =
        "{'error':'rate_limit','last_assistant_message':'You’ve hit your limit · resets 3pm (UTC)',"
            + "'status':{'rate_limits':{'five_hour':{'used_percentage':100,'resets_at':1780499013},"
            + "'seven_day':{'used_percentage':%s,'resets_at':1780900000}}}}";
    assertThat(read("claude", "StopFailure", String.format(data, "55")).orElseThrow())
        .satisfies(reading -> assertThat(reading.resetsAt()).isEqualTo("2026-06-03T15:03:33Z"))
        .satisfies(reading -> assertThat(reading.detail()).contains("resets 3pm"));
    assertThat(read("claude", "StopFailure", String.format(data, "100")).orElseThrow().resetsAt())
        .isEqualTo(Instant.ofEpochSecond(1_780_900_000));
  }

  @Test
  void aLimitWithoutAReadableTimeHasNone() {
    Reading reading = read("claude", "StopFailure", "{'error':'rate_limit'}").orElseThrow();
    assertThat(reading.resetsAt()).isNull();
    assertThat(reading.detail()).isEqualTo("rate_limit");
  }

  @Test
  void aReceiptHoldsTheWholeIdInItsPrompt() {
    Driver claude = DRIVERS.get("claude");
    HookEvent receipt = event("UserPromptSubmit", "{'prompt':'[orc m12 from tester]\\nhello'}");
    assertThat(claude.isReceiptOf(receipt, "m12")).isTrue();
    assertThat(claude.isReceiptOf(receipt, "m1")).isFalse();
    assertThat(claude.isReceiptOf(receipt, "tester")).isFalse();
    assertThat(claude.isReceiptOf(event("Stop", "{'prompt':'[orc m12 from t]'}"), "m12")).isFalse();
    assertThat(claude.isReceiptOf(event("UserPromptSubmit", "null"), "m12")).isFalse();
  }

  private static Optional<Reading> read(String driver, String event, String data) {
    return DRIVERS.get(driver).read(event(event, data), NOW, ZoneOffset.UTC);
  }

  private static HookEvent event(String name, String data) {
    try {
      return new HookEvent(name, 1, NOW, new ObjectMapper().readTree(data.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
