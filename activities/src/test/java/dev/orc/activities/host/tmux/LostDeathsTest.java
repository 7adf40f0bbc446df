package dev.orc.activities.host.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.host.tmux.Tmux.Pane;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostDeathsTest {
  private final LostDeaths deaths = new LostDeaths();
  private final Pane lost = pane("%1", true, null, null);

  @Test
  void onlyADeathWithoutAReasonIsLost() {
    assertThat(worth(0, pane("%1", false, null, null))).isFalse();
    assertThat(worth(0, pane("%1", true, 0, null))).isFalse();
    assertThat(worth(0, pane("%1", true, null, 9))).isFalse();
    assertThat(worth(0, pane("%2", true, 0, null), lost)).isTrue();
  }

  @Test
  void isTriedAtOnceAndThenEverMoreRarely() {
    assertThat(worth(0, lost)).isTrue();
    assertThat(worth(50, lost)).isFalse();
    assertThat(worth(100, lost)).isTrue();
    assertThat(worth(250, lost)).isFalse();
    assertThat(worth(300, lost)).isTrue();
    assertThat(worth(310, lost, pane("%2", true, null, null))).as("another one").isTrue();
  }

  @Test
  void isTriedAtOnceAgainWhenItHadLivedAgain() {
    assertThat(worth(0, lost)).isTrue();
    assertThat(worth(1, pane("%1", false, null, null))).isFalse();
    assertThat(worth(2, lost)).isTrue();
  }

  private boolean worth(long millis, Pane... panes) {
    return deaths.worthTrying(List.of(panes), Duration.ofMillis(millis).toNanos());
  }

  private static Pane pane(String id, boolean dead, Integer status, Integer signal) {
    return new Pane(id, "@1", "$1", "p", "w", 1, dead, status, signal, false, 0, "p", "r", 1, "");
  }
}
