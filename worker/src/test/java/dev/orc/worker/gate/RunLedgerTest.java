package dev.orc.worker.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.worker.gate.RunLedger.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLedgerTest {
  @TempDir Path folder;

  @Test
  void aStartBelongsToTheOrchestrationThatItBegan() {
    RunLedger ledger = ledger();
    assertThat(ledger.judge("s1", "first", "first")).isEqualTo(Verdict.OWN);
    assertThat(ledger.judge("s1", "first", "first")).isEqualTo(Verdict.OWN);
    assertThat(ledger.judge("s2", "first", "continued")).isEqualTo(Verdict.OWN);
    assertThat(ledger.judge("s1", "first", "set-back")).isEqualTo(Verdict.OWN);
    assertThat(ledger.judge("s1", "another", "another")).isEqualTo(Verdict.COPIED);
    assertThat(ledger.judge("s2", "another", "another")).isEqualTo(Verdict.COPIED);
  }

  @Test
  void theNextWorkerKnowsIt() {
    RunLedger before = ledger();
    assertThat(before.judge("s", "first", "first")).isEqualTo(Verdict.OWN);
    before.over("first", "first");
    RunLedger after = ledger();
    assertThat(after.judge("s", "another", "another")).isEqualTo(Verdict.COPIED);
    assertThat(after.judge("s", "first", "set-back")).isEqualTo(Verdict.OVER);
    assertThat(after.judge("s", "first", "first")).isEqualTo(Verdict.OWN);
    assertThat(after.isOver("first")).isTrue();
  }

  @Test
  void aLineThatAPowerCutToreSpoilsNoOther() throws IOException {
    assertThat(ledger().judge("s", "first", "first")).isEqualTo(Verdict.OWN);
    Files.writeString(file(), "{\"start\":\"t\",\"ch", StandardOpenOption.APPEND);
    assertThat(ledger().judge("t", "second", "second")).isEqualTo(Verdict.OWN);
    assertThat(ledger().judge("t", "third", "third")).isEqualTo(Verdict.COPIED);
    assertThat(ledger().judge("s", "third", "third")).isEqualTo(Verdict.COPIED);
  }

  @Test
  void theOldestAreForgottenWhenThereAreTooMany() throws IOException {
    RunLedger ledger = new RunLedger(file(), 20);
    for (int i = 0; i < 30; i++) {
      assertThat(ledger.judge("s" + i, "c" + i, "c" + i)).isEqualTo(Verdict.OWN);
    }
    assertThat(Files.readAllLines(file())).hasSizeLessThanOrEqualTo(20);
    assertThat(new RunLedger(file(), 20).judge("s29", "x", "x")).isEqualTo(Verdict.COPIED);
  }

  private RunLedger ledger() {
    return new RunLedger(file(), 1_000);
  }

  private Path file() {
    return folder.resolve("starts.jsonl");
  }
}
