package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.policy.DerivedIds;
import dev.orc.workflows.policy.DueTimes;
import dev.orc.workflows.policy.LimitRules;
import java.time.Instant;
import java.util.stream.Stream;

/** Sends the check-ins that are due; those of the limited and the paused move instead. */
final class Reminders implements Reconciler {
  private final ProjectContext context;
  private final CheckIns checkIns;

  Reminders(ProjectContext context) {
    this.context = context;
    this.checkIns = context.state().checkIns();
  }

  /** The role's own check-in begins with its first brief. */
  void begin(Agent agent) {
    String id = "role/" + agent.name();
    int minutes = agent.role().checkInMinutes();
    if (minutes > 0 && checkIns.find(id).isEmpty()) {
      Schedule schedule = Schedule.every(minutes);
      Instant due = DueTimes.first(schedule, context.now());
      String note = Wording.roleCheckIn(agent.role());
      checkIns.add(new CheckIn(id, Message.ORC, agent.name(), note, schedule, due, true));
    }
  }

  @Override
  public void act(Instant now) {
    if (!context.lifecycle().paused()) {
      checkIns.due(now).forEach(checkIn -> remind(checkIn, now));
    }
  }

  @Override
  public Stream<Instant> due() {
    return context.lifecycle().paused()
        ? Stream.empty()
        : checkIns.all().stream().map(CheckIn::due);
  }

  private void remind(CheckIn checkIn, Instant now) {
    Agent agent = context.roster().find(checkIn.to()).orElse(null);
    if (agent != null && agent.life() instanceof Life.Limited limited) {
      checkIns.next(checkIn, afterLimit(agent, limited, now));
      context.enter(EntryKind.CHECK_IN, checkIn.to(), "moved: the agent is limited");
      return;
    }
    if (agent != null && wanted(checkIn, agent)) {
      send(checkIn, agent, now);
    }
    checkIns.next(checkIn, DueTimes.next(checkIn.schedule(), checkIn.due(), now));
  }

  /** One that was not read yet is enough, and who is done with its work is left in peace. */
  private boolean wanted(CheckIn checkIn, Agent agent) {
    boolean peace = checkIn.byRole() && agent.done();
    String beginning = checkIn.id() + "/";
    return !peace
        && !context.mailroom().waits(agent.name(), message -> message.id().startsWith(beginning));
  }

  private void send(CheckIn checkIn, Agent agent, Instant now) {
    boolean late = Wording.late(checkIn, now);
    String text = Wording.checkIn(checkIn, agent.role().leads(), late);
    String id = DerivedIds.under(checkIn.id(), Long.toString(checkIn.due().getEpochSecond()));
    context.post(Message.of(MessageKind.CHECK_IN, id, checkIn.from(), agent.name(), text, now));
    context.enter(
        EntryKind.CHECK_IN, agent.name(), late ? "sent late, was due " + checkIn.due() : "sent");
  }

  /** Some time from now on, whatever is known: it is not to be looked at again at once. */
  private Instant afterLimit(Agent agent, Life.Limited limited, Instant now) {
    Instant end = LimitRules.expectedEnd(limited.since(), limited.resetsAt(), context.settings());
    boolean told = agent.cutOff() && agent.cut().sayAt() != null;
    Instant next = told ? agent.cut().sayAt() : limited.probeAt();
    Instant later = next.plus(context.settings().limitMargin());
    Instant soon = later.isAfter(now) ? later : now.plus(context.settings().limitMargin());
    return end.isAfter(now) ? end : soon;
  }
}
