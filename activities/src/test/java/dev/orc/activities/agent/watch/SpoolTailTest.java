package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.HookEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTailTest {
  @TempDir Path folder;
  private Path file;
  private SpoolTail tail;

  @BeforeEach
  void begin() {
    file = folder.resolve("developer.jsonl");
    tail = new SpoolTail(file);
  }

  @Test
  void noFileIsNoEvent() {
    assertThat(tail.read()).isEmpty();
  }

  @Test
  void readsEachLineOnce() throws IOException {
    append(line("SessionStart", 1) + line("Stop", 1));
    assertThat(tail.read()).extracting(HookEvent::event).containsExactly("SessionStart", "Stop");
    assertThat(tail.read()).isEmpty();
    append(line("Stop", 2));
    assertThat(tail.read())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.incarnation()).isEqualTo(2);
              assertThat(event.at()).isEqualTo(Instant.ofEpochMilli(1_763_640_000_123L));
              assertThat(event.data().path("n").asText()).isEqualTo("ü");
            });
  }

  @Test
  void waitsForTheRestOfALine() throws IOException {
    String line = line("Stop", 1);
    append(line.substring(0, 20));
    assertThat(tail.read()).isEmpty();
    append(line.substring(20));
    assertThat(tail.read()).hasSize(1);
  }

  @Test
  void aLineLongerThanABlockIsOneEvent() throws IOException {
    String prompt = "x".repeat(300_000);
    append(
        "{\"event\":\"UserPromptSubmit\",\"incarnation\":1,\"at\":1,\"data\":{\"prompt\":\""
            + prompt
            + "\"}}\n");
    assertThat(tail.read())
        .singleElement()
        .satisfies(
            event -> assertThat(event.data().path("prompt").asText()).hasSize(prompt.length()));
  }

  @Test
  void skipsWhatIsNoEvent() throws IOException {
    append("nonsense\n\n{\"at\":1}\n{\"event\":\n" + line("Stop", 1));
    assertThat(tail.read()).hasSize(1);
  }

  @Test
  void aFileCutShortIsReadAnew() throws IOException {
    append(line("SessionStart", 1) + line("Stop", 1));
    assertThat(tail.read()).hasSize(2);
    Files.writeString(file, line("Stop", 3));
    assertThat(tail.read()).singleElement().extracting(HookEvent::incarnation).isEqualTo(3);
  }

  @Test
  void anotherFileInItsPlaceIsReadFromItsBeginning() throws IOException {
    append(line("SessionStart", 1));
    assertThat(tail.read()).hasSize(1);
    Path other = folder.resolve("other");
    Files.writeString(other, line("SessionStart", 2) + line("Stop", 2));
    Files.move(file, folder.resolve("before"));
    Files.move(other, file);
    assertThat(tail.read()).extracting(HookEvent::incarnation).containsExactly(2, 2);
  }

  @Test
  void ofALongFileOnlyTheEndIsReadFirst() throws IOException {
    String filler = line("PreToolUse", 1).repeat(SpoolTail.FIRST_READ / 80);
    append(filler + line("Stop", 7));
    assertThat(tail.read()).last().extracting(HookEvent::incarnation).isEqualTo(7);
  }

  @Test
  void aFileThatGrewLongIsPutAsideAndLosesNothing() throws IOException {
    tail.read();
    append(line("PreToolUse", 1));
    tail.read();
    tail.shorten();
    assertThat(file).exists();
    append(line("PreToolUse", 1).repeat(SpoolTail.LONGEST / 60));
    for (long left = Files.size(file); left > 0; left -= SpoolTail.AT_A_TIME) {
      assertThat(tail.read()).isNotEmpty();
    }
    tail.shorten();
    assertThat(file).doesNotExist();
    Path before = folder.resolve("developer.jsonl.before");
    Files.writeString(before, line("Stop", 8), StandardOpenOption.APPEND);
    append(line("Stop", 9));
    assertThat(tail.read()).extracting(HookEvent::incarnation).containsExactly(8, 9);
    assertThat(tail.read()).isEmpty();
  }

  @Test
  void aLineWithoutAnEndIsLetGoAndWhatFollowsIsRead() throws IOException {
    tail.read();
    append(line("SessionStart", 1));
    assertThat(tail.read()).hasSize(1);
    append("x".repeat(SpoolTail.LONGEST_LINE + 1));
    for (int i = 0; i < 4; i++) {
      assertThat(tail.read()).isEmpty();
    }
    append("\n" + line("Stop", 1));
    assertThat(tail.read()).extracting(HookEvent::event).containsExactly("Stop");
  }

  @Test
  void ofALotOnlyAPartIsReadAtATime() throws IOException {
    append(line("SessionStart", 1));
    assertThat(tail.read()).hasSize(1);
    int lines = 2 * SpoolTail.AT_A_TIME / line("Stop", 1).length();
    append(line("Stop", 1).repeat(lines));
    int first = tail.read().size();
    assertThat(first).isBetween(1, lines - 1);
    assertThat(first + tail.read().size() + tail.read().size()).isEqualTo(lines);
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(String event, int incarnation) {
    return "{\"event\":\""
        + event
        + "\",\"incarnation\":"
        + incarnation
        + ",\"at\":1763640000.123,\"data\":{\"n\":\"ü\"}}\n";
  }
}
