package dev.orc.workflows.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Where an agent's life stands, as a person reads it. The word is what stands in the API. No enum,
 * since the words of other editions are kept as they are.
 */
public record AgentState(String word) {
  /** For others to be done, or to be launched. */
  public static final AgentState WAITING = new AgentState("waiting");

  public static final AgentState STARTING = new AgentState("starting");
  public static final AgentState READY = new AgentState("ready");
  public static final AgentState BUSY = new AgentState("busy");

  /** It shows a question that a person must answer. */
  public static final AgentState ASKING = new AgentState("asking");

  public static final AgentState LIMITED = new AgentState("limited");
  public static final AgentState RESTARTING = new AgentState("restarting");

  /** It was given up. */
  public static final AgentState GONE = new AgentState("gone");

  public static final AgentState DONE = new AgentState("done");

  /** Taken out of the team. */
  public static final AgentState REMOVED = new AgentState("removed");

  /** The orchestration is over. */
  public static final AgentState ENDED = new AgentState("ended");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AgentState {
    Objects.requireNonNull(word, "a state needs a word");
  }

  /** Whether a program is there that has work or takes some. */
  public boolean atWork() {
    return equals(READY) || equals(BUSY);
  }

  @JsonValue
  @Override
  public String word() {
    return word;
  }

  /** As a person reads it. */
  @Override
  public String toString() {
    return word;
  }
}
