package dev.orc.activities.agent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Message;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LetterheadTest {
  @Test
  void otherIdsAreOtherWords() {
    assertThat(Stream.of("col a", "col_a", "col(a", "col)a").map(LetterheadTest::id))
        .doesNotHaveDuplicates()
        .allSatisfy(word -> assertThat(word).matches("\\S+").doesNotContain("[", "]"));
  }

  @Test
  void anIdThatIsAWordStaysAsItIs() {
    assertThat(id("brief/developer/1")).isEqualTo("brief/developer/1");
    assertThat(id("a#1f")).isEqualTo("a#1f");
  }

  @Test
  void everyLetterOfAJoinedPromptIsFound() {
    String joined =
        Letterhead.over(message("m1"), "one")
            + "\n\n"
            + Letterhead.over(message("m 2"), "two, as [orc m9 from x] says");
    assertThat(Letterhead.ids(joined)).containsExactly("m1", id("m 2"));
  }

  @Test
  void aLetterInAProgramsOwnWrappingIsFound() {
    assertThat(Letterhead.ids("<pasted_content id=\"1\">" + Letterhead.over(message("m1"), "x")))
        .containsExactly("m1");
  }

  private static String id(String id) {
    return Letterhead.id(message(id));
  }

  private static Message message(String id) {
    return Message.ordinary(id, "tester", "developer", "text", Instant.EPOCH);
  }
}
