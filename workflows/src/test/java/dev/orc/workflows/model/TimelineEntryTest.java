package dev.orc.workflows.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.workflows.OrcDataConverter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in histories and in the API stays as it is spelled, in both directions. */
class TimelineEntryTest {
  private static final ObjectMapper JSON = OrcDataConverter.mapper();
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  static Stream<Trace> traces() {
    return Stream.of(
        new Trace.GivenUp("it ended"),
        new Trace.NoProgress(30),
        new Trace.StillNoProgress("the lead"),
        new Trace.Asks("May I?"),
        new Trace.Reported(ReportKind.BLOCKED, "no database"),
        new Trace.Incomplete(List.of("dev: a.txt", "tester: b.txt")),
        new Trace.Conflicts(List.of("dev does not merge: A.java")),
        new Trace.VerificationFailed("make test"),
        new Trace.Other());
  }

  @Test
  void anEntryWithoutDataIsSpelledAsEver() throws JsonProcessingException {
    TimelineEntry entry = new TimelineEntry(7, AT, EntryKind.CHECK_IN, null, "sent");
    String at = JSON.writeValueAsString(AT);

    assertThat(JSON.writeValueAsString(entry))
        .isEqualTo(
            "{\"number\":7,\"at\":"
                + at
                + ",\"kind\":\"check-in\",\"who\":null,\"what\":\"sent\"}");
    assertThat(JSON.readValue(JSON.writeValueAsString(entry), TimelineEntry.class))
        .isEqualTo(entry);
  }

  @Test
  void wordsOfOtherEditionsAreKept() throws JsonProcessingException {
    assertThat(JSON.readValue("\"weather\"", EntryKind.class)).hasToString("weather");
    assertThat(JSON.writeValueAsString(new EntryKind("weather"))).isEqualTo("\"weather\"");
    assertThat(JSON.readValue("\"lost\"", LetterState.class)).isEqualTo(new LetterState("lost"));
    assertThat(JSON.writeValueAsString(LetterState.UNKNOWN)).isEqualTo("\"unknown\"");
    assertThat(JSON.readValue("\"asleep\"", AgentState.class)).isEqualTo(new AgentState("asleep"));
    assertThat(JSON.writeValueAsString(AgentState.GONE)).isEqualTo("\"gone\"");
  }

  @ParameterizedTest
  @MethodSource("traces")
  void dataComesBackAsItWas(Trace trace) throws JsonProcessingException {
    TimelineEntry entry = new TimelineEntry(1, AT, EntryKind.AGENT, "dev", trace.sentence(), trace);

    assertThat(JSON.readValue(JSON.writeValueAsString(entry), TimelineEntry.class))
        .isEqualTo(entry);
  }

  @Test
  void everySortOfDataIsTried() {
    assertThat(traces().map(Object::getClass))
        .containsExactlyInAnyOrder(Trace.class.getPermittedSubclasses());
  }

  @Test
  void dataOfAnotherEditionLeavesItsSentence() throws JsonProcessingException {
    String newer =
        "{\"number\":1,\"kind\":\"agent\",\"what\":\"melted\","
            + "\"trace\":{\"is\":\"melted\",\"degrees\":{\"celsius\":90}}}";

    TimelineEntry entry = JSON.readValue(newer, TimelineEntry.class);

    assertThat(entry.trace()).isInstanceOf(Trace.Other.class);
    assertThat(entry.what()).isEqualTo("melted");
  }
}
