package dev.orc.workflows.model;

import java.time.Instant;

/**
 * Something that only a person can settle. Told once.
 *
 * @param id stable: the same need has the same id
 * @param what one line
 * @param remedy the command or step that settles it
 * @param story what happened until then, several lines; null when the one line says it all
 */
public record Need(
    String id, String project, String role, String what, String remedy, Instant at, String story) {

  /** One whose line says it all. */
  public Need(String id, String project, String role, String what, String remedy, Instant at) {
    this(id, project, role, what, remedy, at, null);
  }
}
