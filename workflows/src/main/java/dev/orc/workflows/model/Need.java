package dev.orc.workflows.model;

import java.time.Instant;

/**
 * Something that only a person can settle, or that people want to hear of. Told once.
 *
 * @param id stable: the same need has the same id
 * @param what one line
 * @param remedy the command or step that settles it
 * @param story what happened until then, several lines; null when the one line says it all
 * @param kind whether a person is needed; NEED when nothing is said
 */
public record Need(
    String id,
    String project,
    String role,
    String what,
    String remedy,
    Instant at,
    String story,
    Kind kind) {

  /** What is told. */
  public enum Kind {
    /** Only a person can settle it. */
    NEED,
    /** An orchestration has come to its end: nothing is to be done. */
    END
  }

  public Need {
    kind = kind == null ? Kind.NEED : kind;
  }

  /** One with a story. */
  public Need(
      String id,
      String project,
      String role,
      String what,
      String remedy,
      Instant at,
      String story) {
    this(id, project, role, what, remedy, at, story, Kind.NEED);
  }

  /** One whose line says it all. */
  public Need(String id, String project, String role, String what, String remedy, Instant at) {
    this(id, project, role, what, remedy, at, null, Kind.NEED);
  }

  /**
   * That an orchestration has ended.
   *
   * @param remedy how to see what became of it
   */
  public static Need end(String project, String what, String remedy, Instant at, String story) {
    return new Need("end", project, null, what, remedy, at, story, Kind.END);
  }
}
