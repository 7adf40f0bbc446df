package dev.orc.worker.api;

import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that waits for a person in projects, as one list: their needs, and what their agents ask to
 * be authorized for, each with what to type. Pure.
 */
final class OpenNeeds {
  private OpenNeeds() {}

  /** Oldest first. */
  static List<Need> of(List<ProjectStatus> projects) {
    List<Need> all = new ArrayList<>();
    for (ProjectStatus project : projects) {
      project.needs().stream().filter(need -> need.kind() == Need.Kind.NEED).forEach(all::add);
      project.authorizations().forEach(open -> all.add(need(project.project(), open)));
    }
    all.sort(
        Comparator.comparing(Need::at, Comparator.nullsLast(Comparator.<Instant>naturalOrder())));
    return all;
  }

  private static Need need(String project, Authorization open) {
    return new Need(
        "authorization/" + open.id(),
        project,
        open.by(),
        "asks " + open.from() + " for: " + open.what(),
        "orc authorize " + open.id() + " yes|no --project " + project,
        open.askedAt());
  }
}
