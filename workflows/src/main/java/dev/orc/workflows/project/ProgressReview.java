package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Trace;
import dev.orc.workflows.policy.CeilingRules;
import dev.orc.workflows.policy.FailureRules;
import dev.orc.workflows.policy.FailureRules.Late;
import dev.orc.workflows.policy.Routing;
import dev.orc.workflows.policy.StuckRules;
import dev.orc.workflows.policy.StuckRules.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks who is stuck, waits for credits, and watches the ceiling. */
final class ProgressReview implements Reconciler {
  private final ProjectContext context;
  private final Progress progress;
  private final Reviewing reviewing;

  ProgressReview(ProjectContext context, Reviewing reviewing) {
    this.context = context;
    this.reviewing = reviewing;
    this.progress = context.state().progress();
  }

  @Override
  public void act(Instant now) {
    if (context.lifecycle().phase() != Phase.WORKING) {
      return;
    }
    boolean credits = context.roster().allLimited();
    boolean paused = context.lifecycle().paused();
    progress.halted(credits || paused || reviewing.waiting(), now);
    if (progress.credits(credits)) {
      String over = paused ? "the limits are over, it is still paused" : "work goes on";
      context.enter(EntryKind.LIMIT, null, credits ? "everybody waits for credits" : over);
    }
    Instant ceiling = progress.ceilingAt();
    if (ceiling != null && !now.isBefore(ceiling)) {
      ceilingReached(now);
    }
  }

  @Override
  public Stream<Instant> due() {
    boolean working = context.lifecycle().phase() == Phase.WORKING;
    return Stream.ofNullable(working ? progress.ceilingAt() : null);
  }

  /** Looks, after a fresh view of the host, who has been silent for too long. */
  void review(Instant now) {
    if (reviewing()) {
      context.roster().agents().stream()
          .filter(this::answerable)
          .filter(agent -> stuckAt(agent) != null && !now.isBefore(stuckAt(agent)))
          .forEach(agent -> stuck(agent, now));
    }
  }

  /** When a fresh view of the host is wanted next; null when none is. */
  Instant nextReview() {
    if (!reviewing()) {
      return null;
    }
    return context.roster().agents().stream()
        .filter(this::answerable)
        .map(this::stuckAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private boolean reviewing() {
    return context.lifecycle().phase() == Phase.WORKING && !context.lifecycle().paused();
  }

  /** Who is done, or waits for others, or can not work at all, is not stuck. */
  private boolean answerable(Agent agent) {
    boolean atWork = agent.life() instanceof Life.Ready || agent.life() instanceof Life.Busy;
    return atWork && !agent.done() && !agent.cutOff() && context.roster().groundsDone(agent);
  }

  private Instant stuckAt(Agent agent) {
    Trail trail = agent.trail();
    return StuckRules.due(
        trail.lastSign(), context.settings().stuckAfter(), trail.nudges(), tiers(agent));
  }

  /** Whether the lead is told, too, after the agent's manager was. */
  private boolean tiers(Agent agent) {
    Optional<String> manager = Routing.managerOf(context.roster().team(), agent.name());
    Optional<String> lead = context.roster().lead().map(Agent::name);
    return context.changes().tellsLeadOfStuck()
        && manager.isPresent()
        && lead.isPresent()
        && !manager.equals(lead);
  }

  private void stuck(Agent agent, Instant now) {
    Step step = StuckRules.next(agent.trail().nudges(), tiers(agent));
    long minutes = Duration.between(agent.trail().lastSign(), now).toMinutes();
    String role = agent.name();
    agent.trail(agent.trail().nudged(now));
    Optional<String> manager = Routing.managerOf(context.roster().team(), role);
    String id = "stuck/" + role + "/" + context.mark();
    if (step == Step.ASK_AGENT) {
      context.tell(MessageKind.WARNING, id, role, Wording.stuck(minutes));
      context.enter(EntryKind.AGENT, role, new Trace.NoProgress(minutes));
    } else if (step == Step.TELL_MANAGER && manager.isPresent()) {
      context.tell(MessageKind.WARNING, id, manager.get(), Wording.stuckManager(role, minutes));
      context.enter(EntryKind.AGENT, role, new Trace.StillNoProgress(manager.get()));
    } else if (step == Step.TELL_LEAD) {
      context.tellLead(MessageKind.WARNING, id, Wording.stuckManager(role, minutes));
      context.enter(EntryKind.AGENT, role, new Trace.StillNoProgress("the lead"));
    } else {
      context.need(
          "stuck/" + role,
          role,
          role + " has shown no progress for long",
          "orc attach " + context.project() + ":" + role);
    }
  }

  private void late(Instant now) {
    Duration worked = progress.worked(now);
    List<Agent> team = context.roster().agents();
    Duration teamLimited =
        team.stream().map(agent -> agent.limitedFor(worked)).reduce(Duration.ZERO, Duration::plus);
    Late facts =
        new Late(
            worked,
            context.roster().lead().map(lead -> lead.limitedFor(worked)).orElse(Duration.ZERO),
            teamLimited,
            team.size(),
            team.stream().anyMatch(agent -> agent.life() instanceof Life.GivenUp),
            context.state().setbacks().kind());
    FailureKind kind = FailureRules.late(facts);
    Instant notBefore = kind == FailureKind.LIMIT ? lastReset() : null;
    context.lifecycle().fail(kind, "not complete within its time" + because(kind), notBefore);
  }

  /** When the last of those limits ends that are known; null when none is. */
  private Instant lastReset() {
    return context.roster().agents().stream()
        .map(Agent::life)
        .filter(Life.Limited.class::isInstance)
        .map(life -> ((Life.Limited) life).resetsAt())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static String because(FailureKind kind) {
    return switch (kind) {
      case LIMIT -> ", most of which went by in usage limits";
      case CRASH_LOOP -> ", and agents had to be given up";
      case CONFLICT -> ", its branches did not merge";
      case VERIFICATION -> ", its verification failed";
      default -> "";
    };
  }

  private void ceilingReached(Instant now) {
    Instant last =
        context.roster().agents().stream()
            .map(agent -> agent.trail().lastProgress())
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    if (!CeilingRules.extend(now, progress.extensions(), last, context.settings())) {
      late(now);
      return;
    }
    Duration extension = context.settings().extension();
    progress.extend(now, extension);
    int count = progress.extensions();
    context.enter(EntryKind.PHASE, null, "time is over, extended (" + count + ")");
    String text =
        Wording.ceiling(
            context.project(), count, context.settings().extensions(), extension.toMinutes());
    context.tellLead(MessageKind.WARNING, "ceiling/" + count, text);
  }
}
