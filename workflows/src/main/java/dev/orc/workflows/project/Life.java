package dev.orc.workflows.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.Condition;
import java.time.Instant;

/** Where an agent's life stands; one class per state. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Life.Later.class, name = "later"),
  @JsonSubTypes.Type(value = Life.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = Life.Starting.class, name = "starting"),
  @JsonSubTypes.Type(value = Life.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Life.Busy.class, name = "busy"),
  @JsonSubTypes.Type(value = Life.Asking.class, name = "asking"),
  @JsonSubTypes.Type(value = Life.Limited.class, name = "limited"),
  @JsonSubTypes.Type(value = Life.Restarting.class, name = "restarting"),
  @JsonSubTypes.Type(value = Life.GivenUp.class, name = "gone"),
  @JsonSubTypes.Type(value = Life.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Life.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = Life.Removed.class, name = "removed")
})
sealed interface Life {
  Instant since();

  /** The state as a person reads it. */
  AgentState state();

  /** One line about it; null when there is nothing to say. */
  default String detail() {
    return null;
  }

  /** What the watch is told; null when there is no program to be watched. */
  default Condition believed() {
    return null;
  }

  /** Whether a message may be tried. The host knows better and may defer it. */
  default boolean takes(boolean urgent) {
    return false;
  }

  /** Whether a program is there that can work, now or later. */
  default boolean launched() {
    return believed() != null;
  }

  /** Belongs to a later phase: others must be done before it is launched. */
  record Later(Instant since) implements Life {
    @Override
    public AgentState state() {
      return AgentState.WAITING;
    }
  }

  /**
   * Waits to be launched.
   *
   * @param again whether the launch of this very life was taken back
   */
  record Waiting(Instant since, boolean again) implements Life {
    @Override
    public AgentState state() {
      return AgentState.STARTING;
    }
  }

  /**
   * Its program starts.
   *
   * @param answered whether the launch has answered; until then the watch does not look after it
   */
  record Starting(Instant since, boolean answered) implements Life {
    @Override
    public AgentState state() {
      return AgentState.STARTING;
    }

    @Override
    public Condition believed() {
      return answered ? Condition.STARTING : null;
    }
  }

  /** Waits for a message. */
  record Ready(Instant since) implements Life {
    @Override
    public AgentState state() {
      return AgentState.READY;
    }

    @Override
    public Condition believed() {
      return Condition.READY;
    }

    @Override
    public boolean takes(boolean urgent) {
      return true;
    }
  }

  /** Works. A message may be tried: only a deferral shows that it really has no time. */
  record Busy(Instant since) implements Life {
    @Override
    public AgentState state() {
      return AgentState.BUSY;
    }

    @Override
    public Condition believed() {
      return Condition.BUSY;
    }

    @Override
    public boolean takes(boolean urgent) {
      return true;
    }
  }

  /** Shows a question that a person must answer. */
  record Asking(Instant since, String detail) implements Life {
    @Override
    public AgentState state() {
      return AgentState.ASKING;
    }

    @Override
    public Condition believed() {
      return Condition.ASKING;
    }
  }

  /**
   * Has used up what its account may use.
   *
   * @param resetsAt when the limit ends; null when the host could not read it
   * @param probeAt when it is tried next
   * @param probes how often it was tried
   * @param probing whether the try is on its way
   */
  record Limited(
      Instant since, String detail, Instant resetsAt, Instant probeAt, int probes, boolean probing)
      implements Life {
    @Override
    public AgentState state() {
      return AgentState.LIMITED;
    }

    @Override
    public Condition believed() {
      return Condition.LIMITED;
    }

    @Override
    public boolean takes(boolean urgent) {
      return probing && urgent;
    }

    /** A try is on its way; when nothing comes of it the next one is at that time. */
    Limited tried(Instant again) {
      return new Limited(since, detail, resetsAt, again, probes + 1, true);
    }
  }

  /** Crashed, and is launched again at that time. */
  record Restarting(Instant since, Instant at, String detail) implements Life {
    @Override
    public AgentState state() {
      return AgentState.RESTARTING;
    }
  }

  /** Crashed too often, or could not be launched: a person is needed. */
  record GivenUp(Instant since, String detail) implements Life {
    @Override
    public AgentState state() {
      return AgentState.GONE;
    }
  }

  /** Reported done, and its program ended. Mail wakes it again. */
  record Done(Instant since) implements Life {
    @Override
    public AgentState state() {
      return AgentState.DONE;
    }
  }

  /**
   * A temporary agent whose one task is done. Its branch still counts, mail wakes it no more.
   *
   * @param dismissed whether the host has closed its window
   */
  record Finished(Instant since, boolean dismissed) implements Life {
    @Override
    public AgentState state() {
      return AgentState.DONE;
    }
  }

  /**
   * Taken out of the team.
   *
   * @param dismissed whether the host has closed its window
   */
  record Removed(Instant since, boolean dismissed) implements Life {
    @Override
    public AgentState state() {
      return AgentState.REMOVED;
    }
  }
}
