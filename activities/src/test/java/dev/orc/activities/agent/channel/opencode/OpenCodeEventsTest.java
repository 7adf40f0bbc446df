package dev.orc.activities.agent.channel.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenCodeEventsTest {
  private final List<String> types = new ArrayList<>();

  private String read(String text, int longest) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new OpenCodeEvents(new ByteArrayInputStream(bytes), longest).readTo(this::note);
  }

  private void note(JsonNode event) {
    types.add(event.path("type").asText());
  }

  @Test
  void readsEventsOfOneLineOrOfMany() {
    read(
        ": a comment\n\ndata: {\"type\":\"one\"}\n\nevent: x\ndata:{\"type\":\r\ndata: \"twö\"}\r\n\r\n",
        1000);

    assertThat(types).containsExactly("one", "twö");
  }

  @Test
  void leavesAsideWhatIsNoJsonAndWhatNeverEnds() {
    String why = read("data: nonsense\n\ndata: [1]\n\ndata: {\"type\":\"half", 1000);

    assertThat(types).isEmpty();
    assertThat(why).isEqualTo("the server ended its events");
  }

  @Test
  void givesUpOnWhatIsTooLong() {
    String line = "data: " + "x".repeat(600) + "\n";

    assertThat(read(line.repeat(3), 1000)).contains("an event was longer");
    assertThat(read("data: " + "x".repeat(2000), 1000)).contains("a line was longer");
  }
}
