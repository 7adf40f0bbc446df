package dev.orc.workflows.project;

import dev.orc.workflows.activities.WatchActivities.Belief;
import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.entity.Part;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.policy.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One long question to the host at all times while there are agents to be watched: what differs
 * from what is believed? What is believed otherwise than by its own answers makes it ask anew.
 */
final class Watch implements Part {
  static final String KEY = "watch";

  private static final Duration COMMITS_AT_MOST_EVERY = Duration.ofMinutes(1);
  private static final Duration LAUNCHES_MAY_TAKE = Duration.ofSeconds(3);
  private static final Duration HASTE = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);
  private static final int HASTY_ANSWERS = 8;

  private final ProjectContext desk;
  private final Consumer<HostView> reader;
  private final ProgressReview progress;
  private String asked = "";
  private Instant askedAt;
  private Instant staleSince;
  private Instant notBefore;
  private Instant commitsAfter;
  private int hasty;

  Watch(ProjectContext desk, ProgressReview progress, Consumer<HostView> reader) {
    this.desk = desk;
    this.progress = progress;
    this.reader = reader;
  }

  /**
   * The host's worker is another one: what the one before was asked, nobody answers any more, and
   * what it had deferred the new one does not remember.
   */
  void workerChanged() {
    desk.errands().drop(KEY);
    notBefore = null;
    hasty = 0;
    desk.roster().launched().forEach(agent -> agent.release(desk.now()));
    desk.bell().ring();
  }

  @Override
  public void act(Instant now) {
    List<Agent> watched = desk.roster().launched();
    if (!desk.errands().accepting() || watched.isEmpty()) {
      return;
    }
    if (desk.errands().open(KEY)) {
      replaceWhenStale(watched, now);
    }
    if (!desk.errands().open(KEY) && (notBefore == null || !now.isBefore(notBefore))) {
      ask(watched, now);
    }
  }

  @Override
  public Stream<Instant> due() {
    Instant stale = staleSince == null ? null : staleSince.plus(LAUNCHES_MAY_TAKE);
    return Stream.ofNullable(desk.errands().open(KEY) ? stale : notBefore);
  }

  /** While launches are under way it is not asked anew for each of them. */
  private void replaceWhenStale(List<Agent> watched, Instant now) {
    if (asked.equals(beliefKey(watched))) {
      staleSince = null;
      return;
    }
    staleSince = staleSince == null ? now : staleSince;
    boolean launching = desk.errands().anyOpen(Launches.KEY);
    if (!launching || !now.isBefore(staleSince.plus(LAUNCHES_MAY_TAKE))) {
      desk.errands().drop(KEY);
    }
  }

  private void ask(List<Agent> watched, Instant now) {
    asked = beliefKey(watched);
    askedAt = now;
    staleSince = null;
    notBefore = null;
    WatchOrder order =
        new WatchOrder(
            desk.project(),
            desk.roster().lead().map(Agent::name).orElse(null),
            watched.stream().map(this::belief).toList(),
            desk.course().completionFile(),
            desk.course().completionFileAt(),
            until(now),
            commitsAfter == null ? now : commitsAfter);
    desk.errands().<HostView>start(KEY, () -> desk.host().watch(order), this::answered);
  }

  private void answered(HostView view, Trouble trouble) {
    Instant now = desk.now();
    if (trouble != null) {
      restAfterHaste(now, false);
      notBefore = now.plus(LONGEST_REST);
      return;
    }
    int before = desk.roster().commits();
    String known = known();
    reader.accept(view);
    restAfterHaste(now, !known.equals(known()));
    if (desk.roster().commits() > before || commitsAfter == null) {
      commitsAfter = now.plus(COMMITS_AT_MOST_EVERY);
    }
  }

  /**
   * A host that answers at once, again and again, must not fill the history; one that has news is
   * heard as soon as it has.
   */
  private void restAfterHaste(Instant now, boolean news) {
    boolean honest = news && desk.changes().has(Change.NEWS_IS_NO_HASTE);
    hasty = now.isBefore(askedAt.plus(HASTE)) && !honest ? hasty + 1 : 0;
    if (hasty > HASTY_ANSWERS) {
      notBefore = now.plus(Backoff.wait(HASTE, LONGEST_REST, hasty - HASTY_ANSWERS));
    }
  }

  /** All that an answer may change. */
  private String known() {
    StringBuilder key = new StringBuilder(beliefKey(desk.roster().launched()));
    for (Agent agent : desk.roster().launched()) {
      key.append(agent.trail().commits()).append(' ').append(agent.held());
      key.append(' ').append(agent.cut()).append('\n');
    }
    return key.append(desk.course().completionFileAt()).append(desk.course().claim()).toString();
  }

  private Instant until(Instant now) {
    Instant quiet = now.plus(desk.settings().quietWatch());
    Instant stuck = progress.nextReview();
    if (stuck == null || stuck.isAfter(quiet)) {
      return quiet;
    }
    return stuck.isAfter(now) ? stuck : now;
  }

  private Belief belief(Agent agent) {
    boolean mail = desk.mailroom().look(agent.name()).size() > 0;
    return new Belief(
        agent.name(),
        agent.incarnation(),
        agent.life().believed(),
        mail && agent.waitsForReady(),
        agent.trail().commits(),
        agent.role().program() == null ? null : agent.role().program().driver(),
        agent.worktree() == null ? null : agent.worktree().path(),
        desk.course().repository().head(),
        agent.cut() == null ? null : agent.cut().brokenAt());
  }

  /** Ready and busy count as the same, for the host too. */
  private static String beliefKey(List<Agent> watched) {
    StringBuilder key = new StringBuilder();
    for (Agent agent : watched) {
      Condition believed = agent.life().believed();
      key.append(agent.name()).append(' ').append(agent.incarnation()).append(' ');
      key.append(believed == Condition.BUSY ? Condition.READY : believed).append('\n');
    }
    return key.toString();
  }
}
