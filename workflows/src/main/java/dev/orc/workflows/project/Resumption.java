package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.BrokenTurn.Kind;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Sighting;
import dev.orc.workflows.policy.GoOnRules;
import dev.orc.workflows.policy.GoOnRules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tells whoever was cut off, by a limit or because its turn broke off, to go on, and again until it
 * does. What is decided there is decided by {@link GoOnRules}.
 */
final class Resumption implements Reconciler {
  private static final String NEED = "cut-off/";
  private static final int LONGEST_TEXT = 200;
  private static final Duration ECHO = Duration.ofSeconds(10);

  private final ProjectContext context;

  Resumption(ProjectContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    if (!context.lifecycle().paused()) {
      context.roster().launched().forEach(this::adopt);
      context.roster().launched().stream().filter(agent -> due(agent, now)).forEach(this::say);
    }
  }

  @Override
  public Stream<Instant> due() {
    return context.lifecycle().paused()
        ? Stream.empty()
        : context.roster().launched().stream()
            .filter(Agent::cutOff)
            .map(agent -> agent.cut().sayAt())
            .filter(Objects::nonNull);
  }

  /** One whose limit was reached in a run that began before anybody was cut off. */
  private void adopt(Agent agent) {
    if (agent.life() instanceof Life.Limited limited && !agent.cutOff()) {
      limited(agent, limited.detail(), limited.resetsAt());
    }
  }

  /** Its limit is reached; answers whether that is another limit than the last one. */
  boolean limited(Agent agent, String text, Instant resetsAt) {
    if (!context.changes().has(Change.SAYS_GO_ON)) {
      return true;
    }
    CutOff cut = agent.cut();
    boolean known = agent.cutOff() && cut.kind() == Kind.LIMIT;
    boolean relapse =
        cut != null && cut.kind() == Kind.LIMIT && GoOnRules.relapse(cut.wentOnAt(), context.now());
    if (known && justHeard(cut)) {
      return false;
    }
    if (!known || cut.heardAt() != null) {
      cutOff(agent, Kind.LIMIT, text, known ? cut.brokenAt() : null, resetsAt);
    } else if (resetsAt != null && resetsAt.isAfter(context.now())) {
      agent.cut(cut.sayAt(next(cut, resetsAt)));
    }
    return !relapse;
  }

  /** What was seen by whoever can not see broken turns: a delivery, a launch. */
  void seen(Agent agent, Condition condition) {
    if (agent.cutOff() && condition == Condition.BUSY) {
      atWork(agent);
    }
  }

  /** What the watch has seen, with what it knows of broken turns. */
  void sighted(Agent agent, Sighting sighting) {
    if (!context.changes().has(Change.SAYS_GO_ON)) {
      return;
    }
    BrokenTurn broken = sighting.broken();
    boolean again = broken != null && breaksAnew(agent, broken, sighting.condition());
    if (again) {
      broke(agent, broken);
    } else if (agent.cut() != null) {
      agent.cut(agent.cut().knownBy(broken == null ? null : broken.at()));
    }
    if (agent.cutOff() && !again) {
      judge(agent, sighting.condition(), broken);
    }
  }

  /**
   * It has taken the word; a host that knows nothing of broken turns will say no more of it.
   *
   * @param taken when, which may be long before that was told
   */
  void heard(Agent agent, Condition after, Instant taken) {
    CutOff cut = agent.cut();
    if (!agent.cutOff()) {
      return;
    }
    if (inVain(cut, after, taken)) {
      agent.cut(cut.sayAt(context.now()));
      context.wakeup().request();
      return;
    }
    agent.cut(cut.heard(context.now(), next(cut, null)));
    boolean ready = after == Condition.READY && cut.brokenAt() == null;
    if (ready || after == Condition.BUSY) {
      goesOn(agent);
    }
  }

  /**
   * The first word came to nothing when it was taken in the middle of the limit, or it would be at
   * work; from the second on there are pauses, whatever the host says.
   */
  private boolean inVain(CutOff cut, Condition after, Instant taken) {
    return cut.kind() == Kind.LIMIT
        && cut.said() < 2
        && after != Condition.BUSY
        && taken.plus(ECHO).isBefore(context.now())
        && context.changes().has(Change.OLD_WORDS_ARE_SAID_AGAIN);
  }

  /** A person says that it can go on; answers whether it was cut off at all. */
  boolean now(Agent agent) {
    if (agent.cutOff()) {
      agent.cut(agent.cut().sayAt(context.now()));
      context.wakeup().request();
    }
    return agent.cutOff();
  }

  /** This life is over: the next one is told what it needs in another way. */
  void forget(Agent agent) {
    if (agent.cutOff()) {
      context.settleNeed(NEED + agent.name());
    }
    agent.cut(null);
  }

  static boolean isGoOn(Message message) {
    return message.kind() == MessageKind.GO_ON;
  }

  private boolean due(Agent agent, Instant now) {
    Life life = agent.life();
    boolean reads =
        life instanceof Life.Ready || life instanceof Life.Busy || life instanceof Life.Limited;
    return agent.cutOff()
        && reads
        && agent.cut().sayAt() != null
        && !now.isBefore(agent.cut().sayAt());
  }

  /** Says it, or has what was said before tried again. */
  private void say(Agent agent) {
    CutOff cut = agent.cut();
    agent.cut(cut.spoken(next(cut.spoken(null), null)));
    agent.tookMail();
    if (!context.mailroom().waits(agent.name(), Resumption::isGoOn)) {
      String id = "go-on/" + agent.name() + "/" + agent.incarnation() + "/" + context.mark();
      context.tell(MessageKind.GO_ON, id, agent.name(), Wording.goOn(agent.name(), cut));
    }
    if (!cut.told() && GoOnRules.tellsPeople(cut.kind(), cut.said())) {
      tell(agent, cut);
    }
    context.wakeup().request();
  }

  /** What stood on its screen before may stand there for a moment longer. */
  private boolean justHeard(CutOff cut) {
    return cut.heardAt() != null && context.now().isBefore(cut.heardAt().plus(ECHO));
  }

  private boolean breaksAnew(Agent agent, BrokenTurn broken, Condition condition) {
    CutOff cut = agent.cut();
    boolean known = cut != null && broken.at().equals(cut.brokenAt());
    boolean limit = broken.kind() == Kind.LIMIT;
    boolean sameLimit = limit && agent.cutOff() && cut.heardAt() == null;
    return !known && !sameLimit && condition != Condition.LIMITED;
  }

  private void broke(Agent agent, BrokenTurn broken) {
    String text = Texts.cut(broken.text(), LONGEST_TEXT);
    cutOff(agent, broken.kind(), text, broken.at(), null);
    CutOff cut = agent.cut();
    String then =
        cut.sayAt() == null ? "" : "; is told to go on " + Wording.at(context.now(), cut.sayAt());
    context.enter(
        EntryKind.AGENT, agent.name(), "its turn broke off, " + Wording.cutOff(cut) + then);
    if (cut.sayAt() == null) {
      tell(agent, cut);
    }
  }

  private void cutOff(Agent agent, Kind kind, String text, Instant brokenAt, Instant resetsAt) {
    Instant now = context.now();
    CutOff before = agent.cut();
    boolean relapse =
        before != null && before.kind() == kind && GoOnRules.relapse(before.wentOnAt(), now);
    int said = relapse ? before.said() : 0;
    Instant say = GoOnRules.nextWord(kind, now, resetsAt, said, context.settings());
    CutOff cut = CutOff.now(kind, text, now, brokenAt, said, say);
    agent.cut(relapse && before.told() ? cut.toldPeople() : cut);
    context.wakeup().request();
  }

  private void judge(Agent agent, Condition seen, BrokenTurn broken) {
    Verdict verdict = GoOnRules.verdict(seen, broken, agent.cut().heardAt());
    if (verdict == Verdict.GOES_ON) {
      atWork(agent);
    } else if (verdict == Verdict.FREE && agent.cut().kind() == Kind.LIMIT) {
      freed(agent);
    }
  }

  /** The limit is over, as the host sees it: that is said at once, and once. */
  private void freed(Agent agent) {
    if (!agent.cut().spoken()) {
      agent.cut(agent.cut().sayAt(context.now()));
      context.wakeup().request();
    }
  }

  /** It works; what a limit cut off is spoken of all the same, unless it has heard of it. */
  private void atWork(Agent agent) {
    CutOff cut = agent.cut();
    if (cut.kind() == Kind.LIMIT && cut.heardAt() == null) {
      freed(agent);
    } else {
      goesOn(agent);
    }
  }

  private void goesOn(Agent agent) {
    agent.cut(agent.cut().wentOn(context.now()));
    context.settleNeed(NEED + agent.name());
    context.enter(EntryKind.AGENT, agent.name(), "goes on");
  }

  private Instant next(CutOff cut, Instant resetsAt) {
    return GoOnRules.nextWord(cut.kind(), context.now(), resetsAt, cut.said(), context.settings());
  }

  private void tell(Agent agent, CutOff cut) {
    String name = agent.name();
    agent.cut(agent.cut().toldPeople());
    String what = name + " can not go on: " + Wording.cutOff(cut);
    boolean person = !cut.kind().passes() || agent.role().leads() || noLead(agent);
    if (person) {
      context.need(
          NEED + name, name, what, Wording.goOnRemedy(context.project(), name, cut.kind()));
    } else {
      context.tellLead(
          MessageKind.WARNING, NEED + name + "/" + context.mark(), what + ". " + Wording.PLAN);
      context.enter(EntryKind.AGENT, name, "told " + cut.said() + " times in vain: the lead told");
    }
  }

  /** A lead that was cut off itself reads nothing now. */
  private boolean noLead(Agent agent) {
    return context.roster().lead().filter(lead -> lead != agent && !lead.cutOff()).isEmpty();
  }
}
