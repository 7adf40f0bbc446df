package dev.orc.activities.tell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.json.HostJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  @TempDir Path home;
  private final SetClock clock = new SetClock();

  @Test
  void writesALineForEachEvent() throws IOException {
    AuditLog log = log(3);
    log.write(event("m1", "hello\n\u001b[31m" + "x".repeat(300)));
    log.write(event("m2", null));
    List<String> lines = Files.readAllLines(day("2026-01-02"));
    assertThat(lines).hasSize(2);
    JsonNode first = HostJson.MAPPER.readTree(lines.get(0));
    assertThat(first.at("/at").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(first.at("/kind").asText()).isEqualTo("message");
    assertThat(first.at("/from").asText()).isEqualTo("tester");
    assertThat(first.at("/latency_ms").asLong()).isEqualTo(42);
    assertThat(first.at("/text").asText()).startsWith("hello xxx").hasSize(200);
    assertThat(HostJson.MAPPER.readTree(lines.get(1)).has("text")).isFalse();
    assertThat(Files.getPosixFilePermissions(day("2026-01-02"))).hasSize(2);
  }

  @Test
  void aNewDayIsANewFileAndOldOnesGo() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("notes.jsonl"), "mine");
    AuditLog log = log(2);
    for (int day = 0; day < 4; day++) {
      log.write(event("m" + day, "text"));
      clock.now = clock.now.plus(Duration.ofDays(1));
    }
    assertThat(day("2026-01-03")).doesNotExist();
    assertThat(day("2026-01-04")).exists();
    assertThat(day("2026-01-05")).exists();
    assertThat(folder().resolve("notes.jsonl")).exists();
  }

  @Test
  void linesOfManyThreadsStayWhole() throws IOException {
    AuditLog log = log(1);
    IntStream.range(0, 200).parallel().forEach(i -> log.write(event("m" + i, "text " + i)));
    List<String> lines = Files.readAllLines(day("2026-01-02"));
    assertThat(lines).hasSize(200);
    for (String line : lines) {
      assertThat(HostJson.MAPPER.readTree(line).at("/project").asText()).isEqualTo("p");
    }
  }

  @Test
  void whatCanNotBeWrittenStopsNothing() throws IOException {
    Files.writeString(folder(), "a file where the folder should be");
    log(1).write(event("m1", "text"));
    Files.delete(folder());
    log(1).write(event("m2", "text"));
    assertThat(Files.readAllLines(day("2026-01-02"))).hasSize(1);
  }

  private AuditLog log(int days) {
    return new AuditLog(folder(), days, clock);
  }

  private Path folder() {
    return home.resolve("audit");
  }

  private Path day(String day) {
    return folder().resolve(day + ".jsonl");
  }

  private AuditEvent event(String id, String text) {
    return new AuditEvent(
        clock.now, "p", "message", id, "tester", "developer", "delivered", 42L, text);
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
