package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.Authorization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Requests for authorization that wait for an answer. Workflow threads only. */
@Carried
final class Authorizations {
  private Map<String, Authorization> open = new LinkedHashMap<>();
  private Set<String> escalated = new LinkedHashSet<>();

  void open(Authorization authorization) {
    open.put(authorization.id(), authorization);
  }

  /** Opens one that a person has been told of, so that it need not escalate. */
  void openTold(Authorization authorization) {
    open(authorization);
    escalated.add(authorization.id());
  }

  Optional<Authorization> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  void close(String id) {
    open.remove(id);
    escalated.remove(id);
  }

  /** Those whose time is over and that were not escalated yet; they count as escalated now. */
  List<Authorization> escalate(Instant now) {
    List<Authorization> over =
        open.values().stream()
            .filter(one -> !escalated.contains(one.id()) && !now.isBefore(one.escalatesAt()))
            .toList();
    over.forEach(one -> escalated.add(one.id()));
    return over;
  }

  /** When those that were not escalated yet will be. */
  Stream<Instant> escalations() {
    return open.values().stream()
        .filter(one -> !escalated.contains(one.id()))
        .map(Authorization::escalatesAt);
  }

  List<Authorization> all() {
    return new ArrayList<>(open.values());
  }
}
