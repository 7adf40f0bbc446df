package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolLineTest {
  @Test
  void readsALine() {
    HookEvent event =
        SpoolLine.parse(
                "{\"event\":\"Stop\",\"incarnation\":2,\"at\":1763640000.123,\"data\":{\"a\":1}}")
            .orElseThrow();
    assertThat(event.event()).isEqualTo("Stop");
    assertThat(event.incarnation()).isEqualTo(2);
    assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(1_763_640_000L, 123_000_000));
    assertThat(event.data().get("a").asInt()).isEqualTo(1);
  }

  @Test
  void dataMayBeAbsent() {
    HookEvent event =
        SpoolLine.parse("{\"event\":\"Stop\",\"incarnation\":2,\"at\":1}").orElseThrow();
    assertThat(event.data().isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "null",
        "[]",
        "{}",
        "{\"event\":\"Stop\",\"incarnation\":2,\"at\":17636400",
        "{\"event\":\"Stop\",\"incarnation\":\"2\",\"at\":1}",
        "{\"event\":7,\"incarnation\":2,\"at\":1}",
        "{\"event\":\"Stop\",\"incarnation\":2,\"at\":\"now\"}",
        "{\"event\":\"Stop\",\"incarnation\":2,\"at\":1e300}",
        "{\"event\":\"Stop\",\"incarnation\":2,\"at\":99999999999999999999}",
      })
  void garbageIsNoEvent(String line) {
    assertThat(SpoolLine.parse(line)).isEmpty();
  }
}
