package dev.orc.activities.agent.watch;

import dev.orc.workflows.activities.WatchActivities.Belief;
import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** Decides what of a host view is news to a workflow that believes something else. Pure. */
final class News {
  private final WatchOrder order;
  private final HostView view;
  private final ToIntFunction<String> deferralsOver;

  /**
   * @param deferralsOver by role: 0, or how many deliveries were put off, when what kept the latest
   *     is over
   */
  News(WatchOrder order, HostView view, ToIntFunction<String> deferralsOver) {
    this.order = order;
    this.view = view;
    this.deferralsOver = deferralsOver;
  }

  /**
   * What is news now, as lines that compare equal as long as it is the same news; none when all is
   * as believed.
   */
  List<String> at(Instant now) {
    List<String> news = new ArrayList<>();
    for (Belief belief : order.beliefs()) {
      view.of(belief.role())
          .filter(sighting -> sighting.incarnation() == belief.incarnation())
          .ifPresent(sighting -> compare(belief, sighting, now, news));
    }
    if (view.completionFile() != null && (otherFile() || writtenAnew())) {
      news.add(view.completionFile() + " " + view.completionFileAt());
    }
    if (!view.sessionPresent() && order.beliefs().stream().anyMatch(this::lostWithSession)) {
      news.add("no session");
    }
    return news;
  }

  private boolean otherFile() {
    return !view.completionFile().equals(order.completionFile());
  }

  private boolean writtenAnew() {
    return view.completionFileAt() != null
        && !view.completionFileAt().equals(order.completionFileAt());
  }

  private void compare(Belief belief, Sighting sighting, Instant now, List<String> news) {
    String name = belief.role() + " " + belief.incarnation() + " ";
    if (differs(belief, sighting)) {
      int deferrals = deferralsOver.applyAsInt(belief.role());
      news.add(name + sighting.condition() + " " + sighting.since() + " " + deferrals);
    }
    if (breaksOtherwise(belief, sighting)) {
      news.add(name + "broke off " + brokenAt(sighting));
    }
    if (sighting.commits() > belief.commits() && !now.isBefore(order.commitsAfter())) {
      news.add(name + sighting.commits());
    }
  }

  private boolean differs(Belief belief, Sighting sighting) {
    boolean readyForMail =
        sighting.condition() == Condition.READY
            && (deferralsOver.applyAsInt(belief.role()) > 0
                || (belief.waitsForReady() && belief.condition() != Condition.READY));
    return readyForMail || atWork(sighting.condition()) != atWork(belief.condition());
  }

  /** A turn broke off, or one that had does no more; that a limit breaks one off is known of it. */
  private static boolean breaksOtherwise(Belief belief, Sighting sighting) {
    boolean byLimit = sighting.condition() == Condition.LIMITED && belief.brokenAt() == null;
    return !byLimit && !Objects.equals(brokenAt(sighting), belief.brokenAt());
  }

  private static Instant brokenAt(Sighting sighting) {
    return sighting.broken() == null ? null : sighting.broken().at();
  }

  /** READY and BUSY alternate all the time and count as one. */
  private static Condition atWork(Condition condition) {
    return condition == Condition.BUSY ? Condition.READY : condition;
  }

  private boolean lostWithSession(Belief belief) {
    return belief.condition().alive()
        && view.of(belief.role())
            .map(seen -> seen.incarnation() == belief.incarnation() && !seen.condition().alive())
            .orElse(true);
  }
}
