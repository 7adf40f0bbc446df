package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities.Handover;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.policy.DerivedIds;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Launches whoever waits for it, all at the same time, and briefs each as soon as it answers. */
final class Launches implements Reconciler {
  static final String KEY = "launch/";

  private static final List<MessageKind> FIRST_WORDS =
      List.of(MessageKind.BRIEF, MessageKind.REBRIEF, MessageKind.GO_ON);

  private final ProjectContext context;
  private final Supervision supervision;
  private final Reminders reminders;

  Launches(ProjectContext context, Supervision supervision, Reminders reminders) {
    this.context = context;
    this.supervision = supervision;
    this.reminders = reminders;
  }

  @Override
  public void act(Instant now) {
    if (context.lifecycle().session() == null || context.lifecycle().phase() == Phase.PREPARING) {
      return;
    }
    if (context.pending().accepting()) {
      context.roster().agents().stream()
          .filter(agent -> due(agent, now))
          .forEach(agent -> launch(agent, now));
    }
    if (context.lifecycle().phase() == Phase.LAUNCHING && allAnswered()) {
      context.state().progress().begin(now, context.settings().ceiling());
      context.enter(Phase.WORKING);
    }
  }

  @Override
  public Stream<Instant> due() {
    return context.roster().agents().stream()
        .filter(agent -> agent.life() instanceof Life.Restarting)
        .map(agent -> ((Life.Restarting) agent.life()).at());
  }

  private boolean due(Agent agent, Instant now) {
    if (agent.wantsWorktree()
        || context.pending().open(KEY + agent.name())
        || context.pending().open(Dismissals.KEY + agent.name())) {
      return false;
    }
    if (agent.life() instanceof Life.Restarting restarting) {
      return !now.isBefore(restarting.at());
    }
    boolean wanted =
        agent.life() instanceof Life.Done && context.mailroom().look(agent.name()).size() > 0;
    return wanted || agent.life() instanceof Life.Waiting;
  }

  private boolean allAnswered() {
    return !context.pending().anyOpen(KEY)
        && context.roster().agents().stream()
            .noneMatch(agent -> agent.incarnation() == 0 && agent.life() instanceof Life.Waiting);
  }

  private void launch(Agent agent, Instant now) {
    agent.startLife(now);
    int life = agent.incarnation();
    LaunchOrder order =
        new LaunchOrder(
            context.project(),
            context.lifecycle().repository(),
            context.input().spec(),
            context.roster().team(),
            agent.role(),
            agent.worktree(),
            life,
            agent.briefed(),
            context.input().windows(),
            handovers(agent),
            context.settings().launchWithin());
    context
        .pending()
        .<Launched>start(
            KEY + agent.name(),
            () -> context.host().launch(order),
            (launched, trouble) -> answered(agent, launched, trouble));
  }

  private List<Handover> handovers(Agent agent) {
    return context.roster().handOverTo(agent).stream()
        .map(
            giver ->
                new Handover(
                    giver.name(),
                    giver.worktree() == null ? null : giver.worktree().branch(),
                    giver.handover()))
        .toList();
  }

  private void answered(Agent agent, Launched launched, Trouble trouble) {
    if (!agent.reachable()) {
      return;
    }
    if (trouble == null) {
      agent.found(launched.window(), launched.pane(), launched.briefFile());
      supervision.see(agent, launched.condition(), launched.detail(), launched.resetsAt());
      if (launched.condition().alive()) {
        FormerLife former = agent.takeFormerLife();
        introduce(agent, launched, former);
        if (!agent.briefed() || former != null) {
          agent.brief();
          reminders.begin(agent);
        }
      }
    } else if (trouble.canceled()) {
      agent.takeLifeBack(context.now());
    } else if (trouble.refused()) {
      supervision.giveUp(agent, trouble.what(), trouble.remedy());
    } else {
      supervision.gone(agent, "could not be launched: " + trouble.what());
    }
  }

  /** The first word of a life: what it missed, where it goes on; else its brief. */
  private void introduce(Agent agent, Launched launched, FormerLife former) {
    String role = agent.name();
    context
        .mailroom()
        .withdraw(
            role,
            message -> FIRST_WORDS.contains(message.kind()),
            LetterState.EXPIRED,
            context.now());
    MessageKind kind = agent.briefed() ? MessageKind.REBRIEF : MessageKind.BRIEF;
    Message brief = brief(agent, kind, DerivedIds.under("brief/" + role, "" + agent.incarnation()));
    boolean resumes = context.changes().has(Change.RESUMES_CONVERSATIONS);
    if (former != null && former.living() && launched.found()) {
      first(agent, takenOver(agent));
      context.enter(EntryKind.AGENT, role, "is taken over, as it lives");
    } else if (resumes && launched.briefed()) {
      context.mailroom().arrived(brief, context.now());
      context.state().tally().message(true);
      context.enter(EntryKind.MESSAGE, role, Wording.from(brief) + ", with its start");
    } else if (resumes && launched.resumed()) {
      first(agent, missed(agent));
    } else {
      first(agent, brief);
    }
  }

  private void first(Agent agent, Message message) {
    if (context.changes().has(Change.BRIEFS_FIRST)) {
      agent.introduce(message.id());
    }
    context.post(message);
  }

  /** A conversation that goes on knows its brief; it does not know that it was interrupted. */
  private Message missed(Agent agent) {
    String id = DerivedIds.under("resumed/" + agent.name(), "" + agent.incarnation());
    String text = Wording.missed(agent.name(), agent.takeDoubts());
    return Message.of(MessageKind.GO_ON, id, Message.ORC, agent.name(), text, context.now());
  }

  /** It runs as before, and what led it is another. */
  private Message takenOver(Agent agent) {
    String id = DerivedIds.under("taken-over/" + agent.name(), "" + agent.incarnation());
    String text = Wording.takenOver(agent.name());
    return Message.of(MessageKind.GO_ON, id, Message.ORC, agent.name(), text, context.now());
  }

  /** The brief as a message: the host's file where there is one. */
  Message brief(Agent agent, MessageKind kind, String id) {
    String file = agent.briefFile();
    String text = file == null ? Wording.brief(agent.role(), context.input().spec()) : null;
    return new Message(
        id,
        Message.ORC,
        agent.name(),
        kind,
        kind.priority(),
        null,
        false,
        null,
        text,
        file,
        context.now());
  }
}
