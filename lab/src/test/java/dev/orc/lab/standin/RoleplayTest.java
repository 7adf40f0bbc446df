package dev.orc.lab.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleplayTest {
  private static final String TESTER = "# You are the tester of project shop";

  @Test
  void aRoleWaitsForWhatItMustHear() {
    assertThat(Roleplay.next(talk(List.of(), TESTER))).isEmpty();
    assertThat(Roleplay.next(talk(List.of(), TESTER, "greet.sh is ready to be tested")))
        .hasValueSatisfying(step -> assertThat(command(step)).endsWith("> test.sh"));
  }

  @Test
  void aRoleGoesThroughItsCommandsAndEnds() {
    List<ToolCall> calls = new ArrayList<>();
    String brief = "# You are the developer of project shop";
    for (int i = 0; i < 5; i++) {
      Step step = Roleplay.next(talk(calls, brief)).orElseThrow();
      calls.add(new ToolCall(command(step), "done"));
    }
    assertThat(calls.get(4).command()).startsWith("orc report done");
    assertThat(Roleplay.next(talk(calls, brief))).isEmpty();
  }

  @Test
  void aCommandThatWasCutOffIsAskedForAgainThreeTimesAtMost() {
    String brief = "# You are the developer of project shop";
    List<ToolCall> calls = new ArrayList<>();
    Step first = Roleplay.next(talk(calls, brief)).orElseThrow();
    for (int i = 0; i < 3; i++) {
      assertThat(Roleplay.next(talk(calls, brief))).contains(first);
      calls.add(new ToolCall(command(first), "[Request interrupted by user]"));
    }
    assertThat(Roleplay.next(talk(calls, brief)))
        .hasValueSatisfying(step -> assertThat(step).isNotEqualTo(first));
  }

  @Test
  void aFileThatAToolHasWrittenNeedsNoShell() {
    ToolCall written = new ToolCall(Move.Write.told("greet.sh"), "Successfully created");
    assertThat(Roleplay.next(talk(List.of(written), "# You are the developer of project shop")))
        .contains(Step.run("git add greet.sh"));
  }

  @Test
  void whatWasCutOffBeforeItWasKeptIsKeptWhenItIsMissed() {
    List<ToolCall> calls = new ArrayList<>();
    String brief = "# You are the developer of project shop";
    for (int i = 0; i < 5; i++) {
      calls.add(new ToolCall(command(Roleplay.next(talk(calls, brief)).orElseThrow()), "done"));
    }
    String missed =
        "- uncommitted changes in your worktree: greet.sh\nSettle it, then report done again.";
    assertThat(Roleplay.next(talk(calls, brief, missed))).contains(Step.run("git add --all"));
  }

  private static String command(Step step) {
    Move move = step.move(Duration.ZERO);
    return (move instanceof Move.Write write ? write.asRun() : (Move.Run) move).command();
  }

  private static Talk talk(List<ToolCall> calls, String... texts) {
    return new Talk(List.of(texts), calls, Set.of("Bash"), false);
  }
}
