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

@Timeout(30)
class AnthropicTest {
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
  void aDirectedCommandIsAskedForOnceAndThenWordsFollow() throws IOException, InterruptedException {
    String prompt = "PLEASE run make test\nPLEASE say it is made";
    Map<String, Object> first = Asking.json(messages(Asking.anthropic(false, prompt)));
    Map<?, ?> call = (Map<?, ?>) Fields.list(first, "content").get(0);
    assertThat(call.get("name")).isEqualTo("Bash");
    assertThat(Fields.text(call.get("input"), "command")).isEqualTo("make test");
    assertThat(first.get("stop_reason")).isEqualTo("tool_use");

    Map<String, Object> again = Asking.anthropic(false, prompt);
    List<Object> talk = new ArrayList<>(Fields.list(again, "messages"));
    talk.add(Fields.of("role", "assistant", "content", List.of(call)));
    Object result =
        Fields.of("type", "tool_result", "tool_use_id", call.get("id"), "content", "made");
    talk.add(Fields.of("role", "user", "content", List.of(result)));
    again.put("messages", talk);
    Map<String, Object> second = Asking.json(messages(again));
    assertThat(Fields.text(Fields.list(second, "content").get(0), "text")).isEqualTo("it is made");
    assertThat(second.get("stop_reason")).isEqualTo("end_turn");
  }

  @Test
  void aStreamHasTheVendorsEvents() throws IOException, InterruptedException {
    HttpResponse<String> answer = messages(Asking.anthropic(true, "PLEASE say two words"));
    assertThat(Asking.events(answer))
        .extracting(event -> Fields.text(event, "type"))
        .containsExactly(
            "message_start",
            "content_block_start",
            "content_block_delta",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop");
  }

  @Test
  void aLimitNamesItsWindowAndItsEndAndPasses() throws IOException, InterruptedException {
    Instant end = Instant.now().plusSeconds(2);
    standIn.controls().mood(Mood.LIMITED, end);
    HttpResponse<String> refused = messages(Asking.anthropic(true, "hello"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(header(refused, "status")).isEqualTo("rejected");
    assertThat(header(refused, "representative-claim")).isEqualTo("five_hour");
    assertThat(header(refused, "5h-reset")).isEqualTo(String.valueOf(end.getEpochSecond()));

    standIn.controls().mood(Mood.LIMITED, Instant.now());
    assertThat(messages(Asking.anthropic(true, "hello")).statusCode()).isEqualTo(200);
  }

  @Test
  void otherRefusalsAreTheVendors() throws IOException, InterruptedException {
    assertThat(refusal(Mood.WEEKLY_LIMITED)).isEqualTo("429 rate_limit_error");
    assertThat(refusal(Mood.RATE)).isEqualTo("429 rate_limit_error");
    assertThat(refusal(Mood.OVERLOADED)).isEqualTo("529 overloaded_error");
    assertThat(refusal(Mood.UNAUTHORIZED)).isEqualTo("401 authentication_error");
    assertThat(refusal(Mood.OUT_OF_CREDIT)).isEqualTo("400 invalid_request_error");
    assertThat(refusal(Mood.BROKEN)).isEqualTo("500 api_error");
  }

  @Test
  void aMoodForSoManyRequestsPasses() throws IOException, InterruptedException {
    standIn.controls().mood(Mood.OVERLOADED, 2);
    for (int status : new int[] {529, 529, 200}) {
      assertThat(messages(Asking.anthropic(false, "hello")).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void tokensAreCountedAndSaid() throws IOException, InterruptedException {
    standIn.controls().tokens(77);
    Map<String, Object> answer = Asking.json(messages(Asking.anthropic(false, "hello")));
    assertThat(Fields.get(answer.get("usage"), "input_tokens")).isEqualTo(77);
    Object counted =
        Asking.json(
                asking.post("/v1/messages/count_tokens", Asking.anthropic(false, "x".repeat(400))))
            .get("input_tokens");
    assertThat((Integer) counted).isGreaterThan(100);
  }

  private HttpResponse<String> messages(Object body) throws IOException, InterruptedException {
    return asking.post("/v1/messages?beta=true", body);
  }

  private String refusal(Mood mood) throws IOException, InterruptedException {
    standIn.controls().mood(mood);
    HttpResponse<String> answer = messages(Asking.anthropic(true, "hello"));
    Object error = Asking.json(answer).get("error");
    return answer.statusCode() + " " + Fields.text(error, "type");
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue("anthropic-ratelimit-unified-" + name).orElse("");
  }
}
