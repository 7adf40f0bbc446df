package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities.Handover;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.entity.Part;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.policy.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Launches whoever waits for it, all at the same time, and briefs each as soon as it answers. */
final class Launches implements Part {
  static final String KEY = "launch/";

  private final Desk desk;
  private final Supervision supervision;
  private final Reminders reminders;

  Launches(Desk desk, Supervision supervision, Reminders reminders) {
    this.desk = desk;
    this.supervision = supervision;
    this.reminders = reminders;
  }

  @Override
  public void act(Instant now) {
    if (desk.course().session() == null || desk.course().phase() == Phase.PREPARING) {
      return;
    }
    if (desk.errands().accepting()) {
      desk.roster().agents().stream()
          .filter(agent -> due(agent, now))
          .forEach(agent -> launch(agent, now));
    }
    if (desk.course().phase() == Phase.LAUNCHING && allAnswered()) {
      desk.state().progress().begin(now, desk.settings().ceiling());
      desk.enter(Phase.WORKING, null);
    }
  }

  @Override
  public Stream<Instant> due() {
    return desk.roster().agents().stream()
        .filter(agent -> agent.life() instanceof Life.Restarting)
        .map(agent -> ((Life.Restarting) agent.life()).at());
  }

  private boolean due(Agent agent, Instant now) {
    if (agent.worktree() == null
        || desk.errands().open(KEY + agent.name())
        || desk.errands().open(Dismissals.KEY + agent.name())) {
      return false;
    }
    if (agent.life() instanceof Life.Restarting restarting) {
      return !now.isBefore(restarting.at());
    }
    boolean wanted =
        agent.life() instanceof Life.Done && desk.mailroom().look(agent.name()).size() > 0;
    return wanted || agent.life() instanceof Life.Waiting;
  }

  private boolean allAnswered() {
    return !desk.errands().anyOpen(KEY)
        && desk.roster().agents().stream()
            .noneMatch(agent -> agent.incarnation() == 0 && agent.life() instanceof Life.Waiting);
  }

  private void launch(Agent agent, Instant now) {
    agent.startLife(now);
    int life = agent.incarnation();
    LaunchOrder order =
        new LaunchOrder(
            desk.project(),
            desk.course().repository(),
            desk.input().spec(),
            desk.roster().team(),
            agent.role(),
            agent.worktree(),
            life,
            agent.briefed(),
            desk.input().windows(),
            handovers(agent),
            desk.settings().launchWithin());
    desk.errands()
        .<Launched>start(
            KEY + agent.name(),
            () -> desk.host().launch(order),
            (launched, trouble) -> answered(agent, launched, trouble));
  }

  private List<Handover> handovers(Agent agent) {
    return desk.roster().handOverTo(agent).stream()
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
        brief(agent);
        if (!agent.briefed()) {
          agent.brief();
          reminders.begin(agent);
        }
      }
    } else if (trouble.canceled()) {
      agent.takeLifeBack(desk.now());
    } else if (trouble.refused()) {
      supervision.giveUp(agent, trouble.what(), trouble.remedy());
    } else {
      supervision.gone(agent, "could not be launched: " + trouble.what());
    }
  }

  private void brief(Agent agent) {
    String role = agent.name();
    List<MessageKind> briefs = List.of(MessageKind.BRIEF, MessageKind.REBRIEF);
    desk.mailroom()
        .withdraw(role, message -> briefs.contains(message.kind()), "expired", desk.now());
    MessageKind kind = agent.briefed() ? MessageKind.REBRIEF : MessageKind.BRIEF;
    desk.post(brief(agent, kind, Ids.under("brief/" + role, "" + agent.incarnation())));
  }

  /** The brief as a message: the host's file where there is one. */
  Message brief(Agent agent, MessageKind kind, String id) {
    String file = agent.briefFile();
    String text = file == null ? Wording.brief(agent.role(), desk.input().spec()) : null;
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
        desk.now());
  }
}
