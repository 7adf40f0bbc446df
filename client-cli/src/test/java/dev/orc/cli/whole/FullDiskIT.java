package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The disk of the state folder is full: one clear line, nothing half made, and then it goes on. */
@Timeout(180)
class FullDiskIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<Path> mounted = new ArrayList<>();

  @Test
  void whatIsSaidOnAFullDiskIsRefusedWholeOrWaits() throws Exception {
    try (OrcForTests orc = OrcForTests.up()) {
      orc.start("shop", "orchestrator", "developer");
      try {
        aLongTextIsRefused(orc);
        aDeliveryWaitsForItsJournal(orc);
        anAgentsWordIsRefusedWhereTheOutboxIsFull(orc);
      } finally {
        mounted.forEach(folder -> run("umount", "-l", folder.toString()));
      }
    }
  }

  private void aLongTextIsRefused(OrcForTests orc) throws IOException {
    Path texts = full(orc.stage().here().folders().project("shop").resolve("messages"));
    Shell shell = orc.shell().reading("long text " + "x".repeat(100_000));
    Shell.Result refused = shell.run("send", "shop:developer", "-");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).startsWith("orc: ").contains("No space left").hasLineCount(1);
    assertThat(names(texts)).containsExactly("filling");
    assertThat(orc.ok("inbox", "shop:developer")).doesNotContain("long text");

    makeRoom(texts);
    OrcForTests.ok(shell, "send", "shop:developer", "-");
    arrivesOnce(orc, "long text");
  }

  private void aDeliveryWaitsForItsJournal(OrcForTests orc) throws IOException {
    // What is noted between the mount and its filling has a page of its own, with room for more.
    Await.until(
        "everything is delivered",
        SOON,
        () -> orc.status("shop").agents().stream().allMatch(agent -> agent.waiting() == 0));
    Path journal = full(orc.stage().here().folders().state().resolve("journal/shop"));
    orc.ok("send", "shop:developer", "patient");
    orc.ok("send", "shop:developer", "behind it");
    Await.until(
        "the worker has met the full disk",
        SOON,
        () ->
            Files.readString(orc.stage().here().folders().logs().resolve("worker.log"))
                .contains("No space left"));
    assertThat(orc.receipts()).noneMatch(receipt -> receipt.text().contains("patient"));

    makeRoom(journal);
    arrivesOnce(orc, "behind it");
    arrivesOnce(orc, "patient");
    List<String> texts = orc.receipts().stream().map(Receipt::text).toList();
    assertThat(texts.subList(texts.size() - 2, texts.size()).get(0)).contains("patient");
  }

  private void anAgentsWordIsRefusedWhereTheOutboxIsFull(OrcForTests orc) throws IOException {
    orc.ok("down");
    Path outbox = full(orc.stage().here().folders().outbox("shop"));
    Shell window = orc.shell().inWindow("shop", "developer", 1);
    Shell.Result refused = window.run("report", "progress", "y".repeat(10_000));

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .startsWith("orc: the worker is down and " + outbox + " cannot be written")
        .contains("No space left")
        .hasLineCount(1);
    assertThat(names(outbox)).containsExactly("filling");
    makeRoom(outbox);
    OrcForTests.ok(window, "report", "progress", "y".repeat(10_000));
  }

  /** A small file system over the folder, filled up. */
  private Path full(Path folder) throws IOException {
    Files.createDirectories(folder);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", folder.toString()),
        "only who may mount can fill a disk of their own");
    mounted.add(folder);
    assertThat(run("dd", "if=/dev/zero", "of=" + folder.resolve("filling"), "bs=4096")).isFalse();
    return folder;
  }

  private static void makeRoom(Path folder) throws IOException {
    Files.delete(folder.resolve("filling"));
  }

  private static void arrivesOnce(OrcForTests orc, String text) throws IOException {
    Await.until(
        "'" + text + "' arrives",
        SOON,
        () -> orc.receipts().stream().anyMatch(receipt -> receipt.text().contains(text)));
    assertThat(orc.receipts()).filteredOn(receipt -> receipt.text().contains(text)).hasSize(1);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
