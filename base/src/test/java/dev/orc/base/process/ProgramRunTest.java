package dev.orc.base.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramRunTest {
  @TempDir Path folder;

  @Test
  void passesArgumentsAsTheyAre() throws InterruptedException {
    Ended ended = ProgramRun.of(List.of("printf", "%s|", "a b", "$HOME", "x\ny", "")).run(() -> {});
    assertThat(ended).isEqualTo(new Ended(0, false, "a b|$HOME|x\ny||", ""));
  }

  @Test
  void keepsOutputAndErrorsApartUnlessTogether() throws InterruptedException {
    ProgramRun run = shell("echo out; echo err >&2; exit 4");
    assertThat(run.run(() -> {})).isEqualTo(new Ended(4, false, "out\n", "err\n"));
    assertThat(run.keepingEnd(6).run(() -> {})).isEqualTo(new Ended(4, false, "t\nerr\n", ""));
  }

  @Test
  void keepsTheEndOfEndlessOutputAndWholeCharacters() throws InterruptedException {
    Ended ended = shell("yes ü | head -c 300000; printf last").keepingEnd(8).run(() -> {});
    assertThat(ended.out()).endsWith("last").doesNotContain("\uFFFD").hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void killsTheWholeFamilyWhenTheTimeIsOver() throws InterruptedException {
    Ended ended = shell("sleep 61 & echo $!; wait").within(Duration.ofMillis(300)).run(() -> {});
    assertThat(ended.timedOut()).isTrue();
    assertThat(ended.well()).isFalse();
    assertThat(endsSoon(ended.out())).isTrue();
  }

  @Test
  void endsTheProgramWhenTheHeartbeatSaysSo() {
    assertThatThrownBy(
            () ->
                shell("sleep 62")
                    .run(
                        () -> {
                          throw new IllegalStateException("cancelled");
                        }))
        .hasMessage("cancelled");
  }

  @Test
  void doesNotWaitForAGrandchildThatHoldsTheOutput() throws InterruptedException {
    AtomicReference<Ended> ended = new AtomicReference<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                ended.set(shell("sleep 63 & echo $!").run(() -> {}));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    runner.start();
    runner.join(20_000);
    assertThat(ended.get()).isNotNull();
    ProcessHandle.of(Long.parseLong(ended.get().out().strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void readsWhatItIsGivenAndThenTheEnd() throws InterruptedException {
    String text = "ü, 0123456789\n".repeat(100_000);
    Ended ended = ProgramRun.of(List.of("cat")).reading(text).run(() -> {});
    assertThat(ended.out()).isEqualTo(text);
    assertThat(ProgramRun.of(List.of("cat")).run(() -> {}).out()).isEmpty();
  }

  @Test
  void aProgramNeedNotReadWhatItIsGiven() throws InterruptedException {
    Ended ended = shell("echo done").reading("x".repeat(1_000_000)).run(() -> {});
    assertThat(ended).isEqualTo(new Ended(0, false, "done\n", ""));
  }

  @Test
  void keepsTheEndsApart() throws InterruptedException {
    Ended ended = shell("echo out; echo err >&2").keepingEnds(3).run(() -> {});
    assertThat(ended).isEqualTo(new Ended(0, false, "ut\n", "rr\n"));
  }

  @Test
  void setsFolderAndEnvironmentAndTakesAway() throws InterruptedException {
    Ended ended =
        shell("pwd; echo \"$ADDED ${HOME:-none}\"")
            .in(folder)
            .with(Map.of("ADDED", "yes"))
            .without("HOME"::equals)
            .run(() -> {});
    assertThat(ended.out()).isEqualTo(folder + "\nyes none\n");
  }

  @Test
  void saysWhatCanNotBeStarted() {
    assertThatThrownBy(() -> ProgramRun.of(List.of("no-such-program")).run(() -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no-such-program");
  }

  private static boolean endsSoon(String pid) {
    return ProcessHandle.of(Long.parseLong(pid.strip()))
        .map(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join())
        .map(handle -> !handle.isAlive())
        .orElse(true);
  }

  private static ProgramRun shell(String line) {
    return ProgramRun.of(List.of("/bin/sh", "-c", line));
  }
}
