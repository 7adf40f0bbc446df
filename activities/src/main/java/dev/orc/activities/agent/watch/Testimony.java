package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.channel.TokenUsage;
import dev.orc.activities.agent.driver.Reading;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.Condition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the sources have said of one life of an agent. Not thread-safe. */
final class Testimony {
  private Word protocol;
  private Word hook;
  private Word screen;
  private boolean hooksHeard;
  private BrokenTurn broken;
  private String nearLimit;
  private String fallenBack;
  private TokenUsage usage;
  private final Map<String, Question> questions = new LinkedHashMap<>();

  Word protocol() {
    return protocol;
  }

  Word hook() {
    return hook;
  }

  Word screen() {
    return screen;
  }

  boolean hooksHeard() {
    return hooksHeard;
  }

  void hooksSpoke() {
    hooksHeard = true;
  }

  /** What a hook's event was read as. */
  void hook(Reading reading, Instant at) {
    hook = Word.after(hook, reading, at);
    turn(reading, at);
  }

  /** What the screen was read as. */
  void screen(Reading reading, Instant at) {
    screen = Word.after(screen, reading, at);
    boolean limit = reading.condition() == Condition.LIMITED;
    boolean ruledByHook = hook != null && hook.condition() != Condition.LIMITED;
    if (protocol == null && (limit || !ruledByHook)) {
      turn(reading, at);
    }
  }

  /** A limit breaks a turn off, whatever tells of it; work that goes on shows that it is over. */
  private void turn(Reading reading, Instant at) {
    if (reading.broke() != null) {
      broken = new BrokenTurn(reading.broke(), reading.detail(), at);
    } else if (reading.condition() == Condition.LIMITED && broken == null) {
      broken = new BrokenTurn(BrokenTurn.Kind.LIMIT, reading.detail(), at);
    } else if (reading.condition() == Condition.BUSY) {
      broken = null;
    }
  }

  /** What the program says by its protocol. */
  void hear(ProgramEvent event) {
    if (event instanceof ProgramEvent.Idle idle) {
      idle(idle.at());
    } else if (event instanceof ProgramEvent.Working working) {
      says(Reading.of(Condition.BUSY), working.at());
      broken = null;
    } else if (event instanceof ProgramEvent.Taken || event instanceof ProgramEvent.Typed) {
      broken = null;
    } else if (event instanceof ProgramEvent.Asks asks) {
      questions.put(asks.question().id(), asks.question());
      says(new Reading(Condition.ASKING, asks.question().text(), null), asks.at());
    } else if (event instanceof ProgramEvent.Answered answered) {
      answered(answered);
    } else if (event instanceof ProgramEvent.Limited limited) {
      limited(limited);
    } else if (event instanceof ProgramEvent.Broke broke) {
      broken = broke.turn();
    } else {
      note(event);
    }
  }

  private void note(ProgramEvent event) {
    if (event instanceof ProgramEvent.NearLimit near) {
      String resets = near.resetsAt() == null ? "" : ", it resets at " + near.resetsAt();
      nearLimit = Math.round(near.usedPercent()) + " % of the limit is used" + resets;
    } else if (event instanceof ProgramEvent.Used used) {
      usage = used.usage();
    } else if (event instanceof ProgramEvent.Silent silent) {
      protocol = null;
      questions.clear();
      fallenBack = silent.why();
    }
  }

  /** A composer that is back lifts no limit before its time. */
  private void idle(Instant at) {
    questions.clear();
    if (protocol == null || !protocol.limitHolds(at)) {
      says(Reading.of(Condition.READY), at);
    }
  }

  private void answered(ProgramEvent.Answered answered) {
    questions.remove(answered.questionId());
    boolean open = protocol != null && protocol.condition() == Condition.ASKING;
    if (!questions.isEmpty()) {
      says(new Reading(Condition.ASKING, lastQuestion(), null), answered.at());
    } else if (open) {
      says(Reading.of(Condition.BUSY), answered.at());
    }
  }

  private String lastQuestion() {
    List<Question> open = questions();
    return open.get(open.size() - 1).text();
  }

  private void limited(ProgramEvent.Limited limited) {
    says(new Reading(Condition.LIMITED, limited.text(), limited.resetsAt()), limited.at());
    if (!limited.retries()) {
      broken = new BrokenTurn(BrokenTurn.Kind.LIMIT, limited.text(), limited.at());
    }
  }

  private void says(Reading reading, Instant at) {
    protocol = Word.after(protocol, reading, at);
    fallenBack = null;
  }

  List<Question> questions() {
    return List.copyOf(questions.values());
  }

  /** The turn that broke off last and that nothing has followed yet; null when there is none. */
  BrokenTurn broken() {
    return broken;
  }

  /** What the program has used; null when it does not say. */
  TokenUsage usage() {
    return usage;
  }

  /** What is worth saying of an agent that is well; null when nothing is. */
  String remark() {
    return fallenBack != null ? "by its terminal: " + fallenBack : nearLimit;
  }
}
