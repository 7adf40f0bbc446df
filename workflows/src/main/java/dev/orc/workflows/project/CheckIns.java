package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.CheckIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages that timers send. Workflow threads only. */
@Carried
final class CheckIns {
  private static final Duration SAME_TIME = Duration.ofMinutes(1);

  private List<CheckIn> kept = new ArrayList<>();

  void add(CheckIn checkIn) {
    kept.add(checkIn);
  }

  /** The check-in with the same note to the same role at the same time, if there is one. */
  Optional<CheckIn> sameAs(CheckIn other) {
    return kept.stream()
        .filter(one -> one.to().equals(other.to()) && one.note().equals(other.note()))
        .filter(one -> one.schedule().once() == other.schedule().once())
        .filter(one -> one.schedule().once() || one.schedule().equals(other.schedule()))
        .filter(one -> Duration.between(one.due(), other.due()).abs().compareTo(SAME_TIME) < 0)
        .findFirst();
  }

  Optional<CheckIn> find(String id) {
    return kept.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  boolean cancel(String id) {
    return kept.removeIf(one -> one.id().equals(id));
  }

  void cancelAllOf(String role) {
    kept.removeIf(one -> one.to().equals(role));
  }

  /** Moves it to its next time; one that has none is over. */
  void next(CheckIn checkIn, Instant due) {
    kept.replaceAll(one -> one.id().equals(checkIn.id()) && due != null ? one.dueAt(due) : one);
    kept.removeIf(one -> due == null && one.id().equals(checkIn.id()));
  }

  List<CheckIn> due(Instant now) {
    return kept.stream().filter(one -> !now.isBefore(one.due())).toList();
  }

  List<CheckIn> all() {
    return kept.stream().sorted((a, b) -> a.due().compareTo(b.due())).toList();
  }

  /** The one that is due next; null when there is none. */
  CheckIn first() {
    return all().stream().findFirst().orElse(null);
  }
}
