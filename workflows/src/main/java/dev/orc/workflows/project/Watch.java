package dev.orc.workflows.project;

import dev.orc.workflows.activities.WatchActivities.Belief;
import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.entity.Reconciler;
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
final class Watch implements Reconciler {
  static final String KEY = "watch";

  private static final Duration COMMITS_AT_MOST_EVERY = Duration.ofMinutes(1);
  private static final Duration LAUNCHES_MAY_TAKE = Duration.ofSeconds(3);
  private static final Duration HASTE = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);
  private static final int HASTY_ANSWERS = 8;

  private final ProjectContext context;
  private final Consumer<HostView> reader;
  private final ProgressReview progress;
  private String asked = "";
  private Instant askedAt;
  private Instant staleSince;
  private Instant notBefore;
  private Instant commitsAfter;
  private int hasty;

  Watch(ProjectContext context, ProgressReview progress, Consumer<HostView> reader) {
    this.context = context;
    this.progress = progress;
    this.reader = reader;
  }

  /**
   * The host's worker is another one: what the one before was asked, nobody answers any more, and
   * what it had deferred the new one does not remember.
   */
  void workerChanged() {
    context.pending().drop(KEY);
    notBefore = null;
    hasty = 0;
    context.roster().launched().forEach(agent -> agent.release(context.now()));
    context.wakeup().request();
  }

  @Override
  public void act(Instant now) {
    List<Agent> watched = context.roster().launched();
    if (!context.pending().accepting() || watched.isEmpty()) {
      return;
    }
    if (context.pending().open(KEY)) {
      replaceWhenStale(watched, now);
    }
    if (!context.pending().open(KEY) && (notBefore == null || !now.isBefore(notBefore))) {
      ask(watched, now);
    }
  }

  @Override
  public Stream<Instant> due() {
    Instant stale = staleSince == null ? null : staleSince.plus(LAUNCHES_MAY_TAKE);
    return Stream.ofNullable(context.pending().open(KEY) ? stale : notBefore);
  }

  /** While launches are under way it is not asked anew for each of them. */
  private void replaceWhenStale(List<Agent> watched, Instant now) {
    if (asked.equals(beliefKey(watched))) {
      staleSince = null;
      return;
    }
    staleSince = staleSince == null ? now : staleSince;
    boolean launching = context.pending().anyOpen(Launches.KEY);
    if (!launching || !now.isBefore(staleSince.plus(LAUNCHES_MAY_TAKE))) {
      context.pending().drop(KEY);
    }
  }

  private void ask(List<Agent> watched, Instant now) {
    asked = beliefKey(watched);
    askedAt = now;
    staleSince = null;
    notBefore = null;
    WatchOrder order =
        new WatchOrder(
            context.project(),
            context.roster().lead().map(Agent::name).orElse(null),
            watched.stream().map(this::belief).toList(),
            context.lifecycle().completionFile(),
            context.lifecycle().completionFileAt(),
            until(now),
            commitsAfter == null ? now : commitsAfter);
    context.pending().<HostView>start(KEY, () -> context.host().watch(order), this::answered);
  }

  private void answered(HostView view, Trouble trouble) {
    Instant now = context.now();
    if (trouble != null) {
      restAfterHaste(now, false);
      notBefore = now.plus(LONGEST_REST);
      return;
    }
    int before = context.roster().commits();
    String known = known();
    reader.accept(view);
    restAfterHaste(now, !known.equals(known()));
    if (context.roster().commits() > before || commitsAfter == null) {
      commitsAfter = now.plus(COMMITS_AT_MOST_EVERY);
    }
  }

  /**
   * A host that answers at once, again and again, must not fill the history; one that has news is
   * heard as soon as it has.
   */
  private void restAfterHaste(Instant now, boolean news) {
    boolean honest = news && context.changes().has(Change.NEWS_IS_NO_HASTE);
    hasty = now.isBefore(askedAt.plus(HASTE)) && !honest ? hasty + 1 : 0;
    if (hasty > HASTY_ANSWERS) {
      notBefore = now.plus(Backoff.wait(HASTE, LONGEST_REST, hasty - HASTY_ANSWERS));
    }
  }

  /** All that an answer may change. */
  private String known() {
    StringBuilder key = new StringBuilder(beliefKey(context.roster().launched()));
    for (Agent agent : context.roster().launched()) {
      key.append(agent.trail().commits()).append(' ').append(agent.held());
      key.append(' ').append(agent.cut()).append('\n');
    }
    return key.append(context.lifecycle().completionFileAt())
        .append(context.lifecycle().claim())
        .toString();
  }

  private Instant until(Instant now) {
    Instant quiet = now.plus(context.settings().quietWatch());
    Instant stuck = progress.nextReview();
    if (stuck == null || stuck.isAfter(quiet)) {
      return quiet;
    }
    return stuck.isAfter(now) ? stuck : now;
  }

  private Belief belief(Agent agent) {
    boolean mail = context.mailroom().look(agent.name()).size() > 0;
    return new Belief(
        agent.name(),
        agent.incarnation(),
        agent.life().believed(),
        mail && agent.waitsForReady(),
        agent.trail().commits(),
        agent.role().program() == null ? null : agent.role().program().driver(),
        agent.worktree() == null ? null : agent.worktree().path(),
        context.lifecycle().repository().head(),
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
