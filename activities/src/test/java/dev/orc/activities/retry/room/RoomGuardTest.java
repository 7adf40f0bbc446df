package dev.orc.activities.retry.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.git.CheckoutSize;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.retry.room.HostFigures.Living;
import dev.orc.workflows.activities.BatchActivities.Room;
import dev.orc.workflows.activities.BatchActivities.RoomOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomGuardTest {
  private static final long GB = 1_000_000_000;

  private long memory = 8 * GB;
  private long disk = 100 * GB;
  private long checkout = 1_000_000;
  private List<Living> living = List.of();

  @Test
  void takesTheUsualWhereNothingRuns() {
    Room room = room(5);

    assertThat(room.enough()).isTrue();
    assertThat(room.why()).isNull();
    assertThat(room.memoryNeeded()).isEqualTo(2 * GB);
    assertThat(room.diskNeeded()).isEqualTo(5_000_000 + RoomGuard.DISK_MARGIN);
  }

  @Test
  void saysWhatThereIsTooLittleOf() {
    memory = 1_200_000_000;
    assertThat(room(5).enough()).isFalse();
    assertThat(room(5).why())
        .isEqualTo("needs about 2.0 GB of memory for 5 agents, 1.2 GB are free");
    memory = 300_000_000;
    assertThat(room(1).why())
        .isEqualTo("needs about 400 MB of memory for 1 agent, 300 MB are free");
    memory = 8 * GB;
    checkout = GB;
    disk = 3 * GB;
    assertThat(room(5).why()).isEqualTo("needs about 6.1 GB of disk for 5 agents, 3.0 GB are free");
  }

  @Test
  void countsAgentsLikeThoseThatLive() {
    living = List.of(new Living("codex", 100_000_000), new Living("codex", 300_000_000));
    assertThat(room(2).memoryNeeded()).as("any, as none is alike").isEqualTo(400_000_000);
    living =
        List.of(new Living("claude", GB), new Living("codex", 100), new Living(null, 100_000_000));
    assertThat(room(2).memoryNeeded()).isEqualTo(2 * GB);
  }

  @Test
  void readsThisMachine() {
    assertThat(Memory.free()).isGreaterThan(1_000_000);
    assertThat(Memory.resident(ProcessHandle.current().pid())).isGreaterThan(10_000_000);
    assertThat(Memory.resident(Integer.MAX_VALUE)).isZero();
  }

  @Test
  void readsTheMemoryOfOtherSystems() {
    String said =
        """
        Mach Virtual Memory Statistics: (page size of 16384 bytes)
        Pages free:                               10000.
        Pages active:                            500000.
        Pages inactive:                            2000.
        Pages speculative:                         1000.
        Pages wired down:                        100000.
        Pages purgeable:                            500.
        """;
    assertThat(Memory.ofPages(said)).isEqualTo(13_500L * 16_384);
    assertThat(Memory.ofPages("")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void measuresACheckout(@TempDir Path folder) {
    GitForTests repository = GitForTests.repository(folder.resolve("r"));
    repository.write("a file\twith\nodd 100 name", "x".repeat(1_000));
    repository.commit("More");
    long readme = "# A project\n".length();

    assertThat(new CheckoutSize(GitForTests.program()).of(repository.root()))
        .isEqualTo(1_000 + readme);
  }

  private Room room(int agents) {
    RoomGuard guard = new RoomGuard(new Faked(), place -> "claude", 400_000_000);
    return guard.room(new RoomOrder("/src/shop", agents));
  }

  private final class Faked implements HostFigures {
    @Override
    public long memoryFree() {
      return memory;
    }

    @Override
    public long diskFree(Path folder) {
      return disk;
    }

    @Override
    public long checkoutSize(Path repository) {
      return checkout;
    }

    @Override
    public List<Living> agents() {
      return living;
    }
  }
}
