package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleJournalTest {
  private static final Instant T = Instant.ofEpochMilli(1_763_640_000_123L);
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void begin() {
    file = folder.resolve("shop").resolve("developer.jsonl");
  }

  @Test
  void remembersTheLastStageAcrossAKill() {
    RoleJournal journal = new RoleJournal(file);
    journal.note(new JournalEntry("m1", 2, DeliveryStage.PASTING, null));
    journal.note(new JournalEntry("m1", 2, DeliveryStage.SUBMITTING, T));
    assertThat(new RoleJournal(file).entry("m1"))
        .contains(new JournalEntry("m1", 2, DeliveryStage.SUBMITTING, T));
    assertThat(new RoleJournal(file).entry("m2")).isEmpty();
  }

  @Test
  void knowsWhetherTheLatestWasConfirmed() {
    RoleJournal journal = new RoleJournal(file);
    journal.note(new JournalEntry("m1", 1, DeliveryStage.GIVEN_UP, T));
    assertThat(journal.leftUnconfirmed(1)).isTrue();
    assertThat(journal.leftUnconfirmed(2)).isFalse();
    journal.note(new JournalEntry("m2", 1, DeliveryStage.CONFIRMED, T));
    assertThat(journal.leftUnconfirmed(1)).isFalse();
  }

  @Test
  void aLineThatWasCutOffSpoilsNothing() throws IOException {
    new RoleJournal(file).note(new JournalEntry("m1", 1, DeliveryStage.CONFIRMED, T));
    Files.writeString(file, "{\"id\":\"m2\",\"inc", StandardOpenOption.APPEND);
    RoleJournal journal = new RoleJournal(file);
    journal.note(new JournalEntry("m3", 1, DeliveryStage.PASTING, null));
    RoleJournal again = new RoleJournal(file);
    assertThat(again.entry("m1")).isPresent();
    assertThat(again.entry("m2")).isEmpty();
    assertThat(again.entry("m3")).isPresent();
  }

  @Test
  void staysSmall() throws IOException {
    RoleJournal journal = new RoleJournal(file);
    for (int i = 0; i < 5_000; i++) {
      journal.note(new JournalEntry("m" + i, 1, DeliveryStage.CONFIRMED, T));
    }
    assertThat(Files.readAllLines(file).size()).isLessThan(2_100);
    assertThat(new RoleJournal(file).entry("m4999")).isPresent();
    assertThat(new RoleJournal(file).entry("m4800")).isPresent();
  }
}
