package dev.orc.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the worker answers is read as records, without the library that wrote it. */
class RecordsTest {
  /** As an agent's state that stands in JSON as one word. */
  record Held(AgentState state, EntryKind kind) {}

  @Test
  void aWordWithATypeOfItsOwnIsOneTextInJson() throws IOException {
    String json = "{\"state\":\"busy\",\"kind\":\"a kind of a later edition\"}";

    Held held = ApiJson.read(Held.class, json.getBytes(StandardCharsets.UTF_8));

    assertThat(held.state()).isEqualTo(AgentState.BUSY);
    assertThat(held.kind().word()).isEqualTo("a kind of a later edition");
  }

  @ParameterizedTest
  @MethodSource
  void everySortOfTraceIsReadAndWrittenAsTheWorkerDoes(Trace trace) throws IOException {
    String json = new ObjectMapper().writerFor(Trace.class).writeValueAsString(trace);
    String entry = "{\"kind\":\"agent\",\"trace\":" + json + "}";

    TimelineEntry read = ApiJson.read(TimelineEntry.class, entry.getBytes(StandardCharsets.UTF_8));

    assertThat(read.trace()).isEqualTo(trace);
    assertThat(ApiJson.line(read)).contains("\"trace\":" + json);
  }

  static Stream<Trace> everySortOfTraceIsReadAndWrittenAsTheWorkerDoes() {
    return Stream.of(
        new Trace.GivenUp("why"),
        new Trace.NoProgress(5),
        new Trace.StillNoProgress("the lead"),
        new Trace.Asks("may I?"));
  }

  @Test
  void aSortOfALaterVersionIsLeftOut() throws IOException {
    String entry = "{\"kind\":\"agent\",\"trace\":{\"is\":\"something-new\",\"a\":1}}";

    assertThat(ApiJson.read(TimelineEntry.class, entry.getBytes(StandardCharsets.UTF_8)).trace())
        .isNull();
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws IOException {
    String json = "{\"kind\":\"agent\",\"role\":null,\"new\":{\"a\":1}}";

    TimelineEntry entry = ApiJson.read(TimelineEntry.class, json.getBytes(StandardCharsets.UTF_8));

    assertThat(entry.kind()).isEqualTo(new EntryKind("agent"));
    assertThat(ApiJson.line(entry)).contains("\"kind\":\"agent\"");
  }
}
