package dev.orc.workflows.project;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Trace;
import dev.orc.workflows.policy.Backoff;
import dev.orc.workflows.policy.LimitRules;
import dev.orc.workflows.policy.RestartRules;
import java.time.Duration;
import java.time.Instant;

/** Leads each agent from one state of its life to the next, with everything that follows. */
final class Supervision {
  private final ProjectContext context;
  private final Resumption resumption;

  Supervision(ProjectContext context, Resumption resumption) {
    this.context = context;
    this.resumption = resumption;
  }

  /** Somebody saw the agent in that condition: the watch, a launch, a delivery. */
  void see(Agent agent, Condition condition, String detail, Instant resetsAt) {
    Instant now = context.now();
    switch (condition) {
      case STARTING -> starting(agent, now);
      case READY -> working(agent, new Life.Ready(now));
      case BUSY -> working(agent, new Life.Busy(now));
      case ASKING -> asking(agent, detail, now);
      case LIMITED -> limited(agent, detail, resetsAt, now);
      case EXITED, MISSING -> gone(agent, detail == null ? word(condition) : detail);
    }
    resumption.seen(agent, condition);
  }

  /** The program ended although its work had not. */
  void gone(Agent agent, String why) {
    Instant now = context.now();
    end(agent);
    if (agent.done() && !agent.role().leads()) {
      agent.live(new Life.Done(now));
      context.enter(EntryKind.AGENT, agent.name(), "has ended after it was done");
      return;
    }
    restart(agent, why, agent.crashed(now, context.settings().crashWindow()), 0);
  }

  /** Restarts it after a wait that doubles with each crash that counts. */
  private void restart(Agent agent, String why, int crashes, int forgiven) {
    Instant now = context.now();
    ProjectSettings settings = context.settings();
    if (crashes >= settings.crashesAllowed()) {
      giveUp(agent, "crashed " + crashes + " times, last: " + why, null);
      return;
    }
    int counted = crashes - forgiven;
    Duration wait =
        context.changes().has(Change.RESUMES_CONVERSATIONS)
            ? RestartRules.wait(crashes, settings)
            : Backoff.wait(settings.restartFirst(), settings.restartLongest(), counted);
    if (context.changes().has(Change.MAKES_WORKTREES_AGAIN)) {
      agent.doubtWorktree();
    }
    agent.live(new Life.Restarting(now, now.plus(wait), why));
    agent.restarted();
    context.state().tally().restart();
    String when = wait.isZero() ? "at once" : "in " + Wording.lasting(wait);
    context.enter(EntryKind.AGENT, agent.name(), why + "; restarts " + when);
  }

  /** Nothing more is tried until a person has helped. */
  void giveUp(Agent agent, String why, String remedy) {
    end(agent);
    agent.live(new Life.GivenUp(context.now(), why));
    context.enter(EntryKind.AGENT, agent.name(), new Trace.GivenUp(why));
    String usual = "find the cause, then: orc resume " + context.project();
    context.need(
        "gone/" + agent.name(),
        agent.name(),
        agent.name() + ": " + why,
        remedy == null ? usual : remedy);
    if (!agent.role().leads()) {
      context.tellLead(
          MessageKind.WARNING,
          "gone/" + agent.name() + "/" + context.mark(),
          Wording.givenUp(agent.name(), why));
    }
  }

  /**
   * Everything on the host is lost: every agent begins its next life; at once, unless its life ends
   * again and again.
   */
  void sessionLost() {
    context.lifecycle().session(null);
    context.enter(EntryKind.AGENT, null, "the session is lost and is rebuilt");
    for (Agent agent : context.roster().launched()) {
      end(agent);
      int crashes = agent.crashed(context.now(), context.settings().crashWindow());
      if (crashes == 1) {
        agent.live(new Life.Waiting(context.now(), false));
      } else {
        restart(agent, "the session was lost again", crashes, 1);
      }
    }
  }

  /** A temporary agent has done its one task: it ends, and its branch is integrated later. */
  void finished(Agent agent) {
    end(agent);
    agent.live(new Life.Finished(context.now(), agent.incarnation() == 0));
    context.state().checkIns().cancelAllOf(agent.name());
    context.settleNeed("gone/" + agent.name());
    context.mailroom().withdraw(agent.name(), any -> true, LetterState.EXPIRED, context.now());
    context.enter(EntryKind.AGENT, agent.name(), "has done its task and ends");
  }

  /** A temporary agent that has ended still owes something: it begins its next life. */
  void recall(Agent agent) {
    if (agent.life() instanceof Life.Finished) {
      agent.live(new Life.Waiting(context.now(), false));
      context.enter(EntryKind.AGENT, agent.name(), "is called back");
    }
  }

  /** Tries again what was given up. */
  void revive(Agent agent) {
    agent.forgiveCrashes();
    agent.live(new Life.Waiting(context.now(), false));
    context.settleNeed("gone/" + agent.name());
    context.enter(EntryKind.AGENT, agent.name(), "is tried again");
  }

  /** What the present state of its life has left open is closed. */
  void leave(Agent agent, Instant now) {
    context.state().needs().settleAll("asking/" + agent.name() + "/");
    if (agent.life() instanceof Life.Limited limited) {
      Duration lasted = Duration.between(limited.since(), now);
      agent.unlimited(worked(now));
      context.state().tally().limitedFor(lasted);
      context.enter(EntryKind.LIMIT, agent.name(), "limit over after " + Wording.lasting(lasted));
    }
  }

  /** This life is over, and whatever it waited for. */
  private void end(Agent agent) {
    leave(agent, context.now());
    resumption.forget(agent);
  }

  private void starting(Agent agent, Instant now) {
    if (!(agent.life() instanceof Life.Starting begun && begun.answered())) {
      leave(agent, now);
      agent.live(new Life.Starting(now, true));
    }
  }

  private void working(Agent agent, Life seen) {
    Life before = agent.life();
    if (before.getClass() == seen.getClass()) {
      return;
    }
    leave(agent, seen.since());
    agent.live(seen);
    if (!(before instanceof Life.Ready || before instanceof Life.Busy)) {
      context.enter(EntryKind.AGENT, agent.name(), seen.state().word());
    }
  }

  private void asking(Agent agent, String detail, Instant now) {
    String question = detail == null ? "a question" : detail;
    if (agent.life() instanceof Life.Asking asked && question.equals(asked.detail())) {
      return;
    }
    leave(agent, now);
    agent.live(new Life.Asking(now, question));
    context.enter(EntryKind.AGENT, agent.name(), new Trace.Asks(question));
    context.need(
        "asking/" + agent.name() + "/" + context.mark(),
        agent.name(),
        agent.name() + " asks: " + question,
        "orc answer " + context.project() + ":" + agent.name());
  }

  private void limited(Agent agent, String detail, Instant resetsAt, Instant now) {
    ProjectSettings settings = context.settings();
    if (agent.life() instanceof Life.Limited known) {
      boolean moved = resetsAt != null && !resetsAt.equals(known.resetsAt());
      if (known.probing() || moved) {
        Instant reset = resetsAt == null ? known.resetsAt() : resetsAt;
        Instant probe = LimitRules.nextTry(now, reset, moved ? 0 : known.probes(), settings);
        agent.live(new Life.Limited(known.since(), detail, reset, probe, known.probes(), false));
      }
      limitHolds(agent, moved, resetsAt);
      return;
    }
    leave(agent, now);
    Instant probe = LimitRules.nextTry(now, resetsAt, 0, settings);
    agent.live(new Life.Limited(now, detail, resetsAt, probe, 0, false));
    agent.limited(worked(now));
    boolean fresh = resumption.limited(agent, detail, resetsAt);
    if (fresh) {
      context.state().tally().limit();
    }
    Instant end = LimitRules.expectedEnd(now, resetsAt, settings);
    String until = resetsAt == null ? "reset time unknown" : "goes on at " + end;
    context.enter(
        EntryKind.LIMIT, agent.name(), "limit " + (fresh ? "reached, " : "holds on, ") + until);
  }

  /** The same limit is seen once more. */
  private void limitHolds(Agent agent, boolean moved, Instant resetsAt) {
    boolean heard = agent.cutOff() && agent.cut().heardAt() != null;
    if (moved || heard) {
      resumption.limited(agent, agent.life().detail(), resetsAt);
    }
  }

  private Duration worked(Instant now) {
    return context.state().progress().worked(now);
  }

  private static String word(Condition condition) {
    return condition == Condition.EXITED ? "its program ended" : "its window is gone";
  }
}
