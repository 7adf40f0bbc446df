package dev.orc.activities.tell.notice;

import dev.orc.workflows.model.Need;
import java.util.List;

/**
 * What is told at once: one need, or a digest of several.
 *
 * @param id the same for the same needs, so that a receiver can drop a repeat
 */
record Notice(String id, String subject, String body, List<Need> needs) {
  Notice {
    needs = List.copyOf(needs);
  }
}
