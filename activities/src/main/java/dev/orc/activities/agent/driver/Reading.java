package dev.orc.activities.agent.driver;

import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.Condition;
import java.time.Instant;

/**
 * What a screen or a hook event says of an agent.
 *
 * @param detail the dialog's label or the limit's text, one short line; may be null
 * @param resetsAt when the limit ends; null when there is none or it can not be read
 * @param broke why the turn broke off that the program does not repeat by itself; null when it did
 *     not, or nothing is said of it
 */
public record Reading(Condition condition, String detail, Instant resetsAt, BrokenTurn.Kind broke) {
  public Reading(Condition condition, String detail, Instant resetsAt) {
    this(condition, detail, resetsAt, null);
  }

  public static Reading of(Condition condition) {
    return new Reading(condition, null, null);
  }
}
