package dev.orc.activities.driver;

import dev.orc.workflows.model.Condition;
import java.time.Instant;

/**
 * What a screen or a hook event says of an agent.
 *
 * @param detail the dialog's label or the limit's text, one short line; may be null
 * @param resetsAt when the limit ends; null when there is none or it can not be read
 */
public record Reading(Condition condition, String detail, Instant resetsAt) {
  public static Reading of(Condition condition) {
    return new Reading(condition, null, null);
  }
}
