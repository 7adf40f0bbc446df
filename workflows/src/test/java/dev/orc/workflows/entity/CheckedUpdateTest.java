package dev.orc.workflows.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Request;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedUpdateTest {
  private final RecentIds ids = new RecentIds();
  private final Wakeup wakeup = new Wakeup();
  private final List<String> done = new ArrayList<>();
  private final List<String> checked = new ArrayList<>();
  private RuntimeException fault;

  private final CheckedUpdate<Request, Accepted> update =
      new CheckedUpdate<>(
          Request::id, ids, wakeup, new Drain(new PendingActivities(wakeup), 1, () -> {})) {
        @Override
        protected void check(Request request) {
          checked.add(request.id());
          if ("no".equals(request.reason())) {
            throw Refusals.refused("it can not");
          }
        }

        @Override
        protected Accepted act(Request request) {
          if (fault != null) {
            throw fault;
          }
          done.add(request.id());
          return new Accepted(request.id(), false, "once");
        }

        @Override
        protected Accepted again(Request request) {
          return new Accepted(request.id(), true, null);
        }
      };

  @Test
  void anIdIsNeededBeforeAnythingElseIsLookedAt() {
    for (String id : new String[] {null, " ", "x".repeat(101)}) {
      assertThatThrownBy(() -> update.validate(request(id, null)))
          .isInstanceOf(ApplicationFailure.class)
          .hasMessageContaining("needs an id of 1 to 100 characters");
    }
    assertThat(checked).isEmpty();
  }

  @Test
  void aRefusedOneIsNotRemembered() {
    assertThatThrownBy(() -> update.validate(request("a", "no")))
        .hasMessageContaining("it can not");
    assertThat(ids.seen("a")).isFalse();
    assertThat(wakeup.requested()).isFalse();
  }

  @Test
  void whatWasAcceptedIsNeitherRefusedNorDoneAgain() {
    assertThat(update.handle(request("a", null))).isEqualTo(new Accepted("a", false, "once"));
    assertThat(wakeup.requested()).isTrue();

    update.validate(request("a", "no"));
    assertThat(update.handle(request("a", "no"))).isEqualTo(new Accepted("a", true, null));
    assertThat(done).containsExactly("a");
    assertThat(checked).isEmpty();
  }

  @Test
  void aFaultBecomesARefusalAndMayBeTriedAgain() {
    fault = new IllegalStateException("broken");
    assertThatThrownBy(() -> update.handle(request("a", null)))
        .isInstanceOf(ApplicationFailure.class)
        .hasMessageContaining("it can not be done: broken");

    fault = null;
    assertThat(update.handle(request("a", null)).repeated()).isFalse();
  }

  private static Request request(String id, String reason) {
    return new Request(id, "me", reason);
  }
}
