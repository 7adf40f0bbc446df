package dev.orc.lab.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** OpenAI's two protocols and Gemini's. */
@Timeout(30)
class OtherVendorsTest {
  private static final String PROMPT = "PLEASE run make test";
  private static final String GEMINI = "/v1beta/models/gemini-2.5-pro:streamGenerateContent";

  private StandIn standIn;
  private Asking asking;

  @BeforeEach
  void open() throws IOException {
    standIn = StandIn.open(0);
    asking = new Asking(standIn);
  }

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void responsesCallTheShellByTheNameThatItHas() throws IOException, InterruptedException {
    List<Object> events =
        Asking.events(asking.post("/v1/responses", responses("PLEASE escalate make test")));
    Object done = Fields.get(events.get(1), "item");
    assertThat(Fields.text(done, "name")).isEqualTo("exec_command");
    assertThat(Fields.text(done, "arguments"))
        .contains("\"cmd\":\"make test\"", "\"sandbox_permissions\":\"require_escalated\"");
    assertThat(Fields.text(events.get(2), "type")).isEqualTo("response.completed");
  }

  @Test
  void aPlansLimitSaysWhenItEndsInItsBodyAndInItsHeaders()
      throws IOException, InterruptedException {
    Instant end = Instant.now().plusSeconds(40);
    standIn.controls().mood(Mood.LIMITED, end);
    HttpResponse<String> refused = asking.post("/v1/responses", responses(PROMPT));
    Object error = Asking.json(refused).get("error");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Fields.text(error, "type")).isEqualTo("usage_limit_reached");
    assertThat(((Number) Fields.get(error, "resets_at")).longValue())
        .isEqualTo(end.getEpochSecond());
    assertThat(refused.headers().firstValue("x-codex-primary-used-percent")).contains("100");
  }

  @Test
  void chatStreamsACallAndSaysThatItIsDone() throws IOException, InterruptedException {
    Map<String, Object> body =
        Fields.of(
            "model",
            "m",
            "stream",
            true,
            "tools",
            List.of(Fields.of("type", "function", "function", Fields.of("name", "bash"))),
            "messages",
            List.of(Asking.user(PROMPT)));
    HttpResponse<String> answer = asking.post("/v1/chat/completions", body);
    assertThat(answer.body()).contains("make test", "\"finish_reason\":\"tool_calls\"");
    assertThat(answer.body().stripTrailing()).endsWith("data: [DONE]");
  }

  @Test
  void geminiCallsItsShell() throws IOException, InterruptedException {
    List<Object> events = Asking.events(asking.post(GEMINI, gemini(PROMPT)));
    assertThat(events).hasSize(1);
    assertThat(events.get(0).toString()).contains("functionCall", "run_shell_command", "make test");
  }

  @Test
  void geminiWritesFilesByItsToolForThat() throws IOException, InterruptedException {
    String brief = "# You are the developer of project shop";
    List<Object> events =
        Asking.events(asking.post(GEMINI, gemini(brief, "run_shell_command", "write_file")));
    assertThat(events.get(0).toString()).contains("name=write_file", "file_path=greet.sh");
    assertThat(Asking.events(asking.post(GEMINI, gemini(brief))).get(0).toString())
        .contains("run_shell_command", "> greet.sh");
  }

  @Test
  void geminisQuotaSaysWhenItEnds() throws IOException, InterruptedException {
    standIn.controls().mood(Mood.LIMITED, Instant.now().plusSeconds(90));
    HttpResponse<String> refused = asking.post(GEMINI, gemini(PROMPT));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).containsPattern("reset after 0h1m[23]\\ds").contains("RetryInfo");
  }

  @Test
  void everyVendorIsOverloadedInItsOwnWords() throws IOException, InterruptedException {
    standIn.controls().mood(Mood.OVERLOADED);
    assertThat(asking.post("/v1/responses", responses(PROMPT)).statusCode()).isEqualTo(503);
    assertThat(asking.post(GEMINI, gemini(PROMPT)).body()).contains("UNAVAILABLE");
  }

  private static Map<String, Object> responses(String text) {
    Object parameters =
        Fields.of("properties", Fields.of("sandbox_permissions", Fields.of("type", "string")));
    Object part = Fields.of("type", "input_text", "text", text);
    return Fields.of(
        "model",
        "m",
        "stream",
        true,
        "tools",
        List.of(Fields.of("type", "function", "name", "exec_command", "parameters", parameters)),
        "input",
        List.of(Fields.of("type", "message", "role", "user", "content", List.of(part))));
  }

  private static Map<String, Object> gemini(String text) {
    return gemini(text, "run_shell_command");
  }

  private static Map<String, Object> gemini(String text, String... tools) {
    List<Object> functions = new ArrayList<>();
    for (String tool : tools) {
      functions.add(Fields.of("name", tool));
    }
    Object parts = List.of(Fields.of("text", text));
    return Fields.of(
        "tools", List.of(Fields.of("functionDeclarations", functions)),
        "contents", List.of(Fields.of("role", "user", "parts", parts)));
  }
}
