package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.policy.DueTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The update {@code checkIn}: a message that a timer is to send. */
final class CheckInUpdate extends ProjectUpdate<CheckInRequest> {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_ID = 80;
  private static final int MOST_CHECK_INS = 100;

  CheckInUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, CheckInRequest::id);
  }

  @Override
  protected void check(CheckInRequest request) {
    requireOpen();
    requireText(request.note(), "a note");
    requireText(request.to(), "who gets it");
    requireReachable(request.to());
    if (request.note().length() > LONGEST_NOTE || request.id().length() > LONGEST_ID) {
      throw Refusals.usage(
          "a check-in's note has " + LONGEST_NOTE + " characters, its id " + LONGEST_ID);
    }
    if (context.state().checkIns().all().size() >= MOST_CHECK_INS) {
      throw Refusals.refused(
          "there are " + MOST_CHECK_INS + " check-ins at most; orc checkin remove drops one");
    }
    if (request.schedule() == null) {
      throw Refusals.usage("a check-in needs a time");
    }
    try {
      Instant first = DueTimes.first(request.schedule(), context.now());
      if (first == null) {
        throw Refusals.usage("a check-in needs a time");
      }
    } catch (IllegalArgumentException wrong) {
      throw Refusals.usage(wrong.getMessage());
    }
  }

  @Override
  protected Accepted act(CheckInRequest request) {
    Instant due = DueTimes.first(request.schedule(), context.now());
    CheckIn wanted =
        new CheckIn(
            request.id(),
            request.from(),
            request.to(),
            request.note(),
            request.schedule(),
            due,
            false);
    Optional<CheckIn> same = context.state().checkIns().sameAs(wanted);
    if (same.isPresent()) {
      return new Accepted(
          request.id(), true, "there is the same check-in already: " + same.get().id());
    }
    context.state().checkIns().add(wanted);
    context.enter(
        EntryKind.CHECK_IN, request.to(), "set by " + request.from() + ", " + request.schedule());
    return accepted(request, "due at " + due.truncatedTo(ChronoUnit.SECONDS));
  }
}
