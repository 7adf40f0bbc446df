package dev.orc.workflows.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What an entry of a timeline, or of a batch's story, is about. The word is what stands in
 * histories and in the API. No enum, since the words of other editions are kept: an entry that an
 * orchestration carries over, or that a command line hands on, must not lose a word that only
 * nobody here knows.
 */
public record EntryKind(String word) {
  /** The orchestration itself: its phases and its end. */
  public static final EntryKind PHASE = new EntryKind("phase");

  /** An agent's life. */
  public static final EntryKind AGENT = new EntryKind("agent");

  /** What the plan of the team notes. */
  public static final EntryKind TEAM = new EntryKind("team");

  public static final EntryKind MESSAGE = new EntryKind("message");
  public static final EntryKind REPORT = new EntryKind("report");
  public static final EntryKind CHECK_IN = new EntryKind("check-in");

  /** Usage limits. */
  public static final EntryKind LIMIT = new EntryKind("limit");

  /** Branches, worktrees, what integration said. */
  public static final EntryKind GIT = new EntryKind("git");

  /** Something waits for a person. */
  public static final EntryKind NEED = new EntryKind("need");

  /** What a person asked for. */
  public static final EntryKind PERSON = new EntryKind("person");

  /** A batch's own order. */
  public static final EntryKind QUEUE = new EntryKind("queue");

  /** A try of a batch's project begins. */
  public static final EntryKind START = new EntryKind("start");

  /** It is over. */
  public static final EntryKind END = new EntryKind("end");

  /** It is tried again. */
  public static final EntryKind RETRY = new EntryKind("retry");

  /** It is looked into. */
  public static final EntryKind RESEARCH = new EntryKind("research");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EntryKind {
    Objects.requireNonNull(word, "a kind needs a word");
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
