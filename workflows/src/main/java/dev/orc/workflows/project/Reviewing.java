package dev.orc.workflows.project;

import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.WorktreeState;
import java.util.List;
import java.util.Map;

/**
 * Holds work that a person wants to review: it is neither merged nor complete before that person
 * has approved these very commits. What is refused goes back to the lead. Does nothing where nobody
 * asked for a review.
 */
final class Reviewing {
  /** What is to be done with a claim. */
  enum Verdict {
    GOES_ON,
    /** A person has been asked and has not answered. */
    WAITS,
    /** It is what was refused before. */
    UNCHANGED
  }

  private final ProjectContext context;
  private final Reviewed state;

  Reviewing(ProjectContext context) {
    this.context = context;
    this.state = context.state().reviewed();
  }

  /** Whether this orchestration is complete only by a person's approval. */
  boolean wanted() {
    return what() != null;
  }

  /** The commits that may be merged, by role; all there are where none are named. */
  Map<String, String> approved() {
    return wanted() ? state.approved() : Map.of();
  }

  boolean waiting() {
    return state.open() != null;
  }

  /** Whether that is the request that a person is asked to answer. */
  boolean is(String authorization) {
    return authorization != null && authorization.equals(state.open());
  }

  /**
   * Judges a claim that nothing else speaks against, and asks the person where that is due.
   *
   * @param byPerson whether a person says that it is complete: that is an approval
   */
  Verdict judge(List<WorktreeState> states, boolean byPerson) {
    Map<String, String> work = Reviewed.work(states);
    if (!wanted() || state.approved(work)) {
      return Verdict.GOES_ON;
    }
    if (byPerson) {
      state.approve(work);
      return Verdict.GOES_ON;
    }
    if (state.refused(work)) {
      return Verdict.UNCHANGED;
    }
    ask(work);
    return Verdict.WAITS;
  }

  private void ask(Map<String, String> work) {
    String lead = context.roster().lead().map(Agent::name).orElse(context.lifecycle().claim().by());
    String id = state.ask(work);
    String text = "review of " + what();
    context
        .state()
        .authorizations()
        .openTold(new Authorization(id, lead, Message.PERSON, text, context.now(), context.now()));
    String place =
        context
            .roster()
            .find(lead)
            .map(Agent::worktree)
            .map(tree -> ", in " + tree.path())
            .orElse("");
    context.need(
        Escalations.need(id),
        lead,
        "says that it is done and waits for your review of " + what() + place,
        Wording.authorizeCommand(context.project(), id));
    context.tellLead(MessageKind.REPORT, "review/" + context.mark(), Wording.reviewed(what()));
  }

  /** A person has answered; answers whether the work goes on to be merged. */
  boolean answered(AuthorizeRequest request) {
    close();
    String note = request.note() == null || request.note().isBlank() ? null : request.note();
    String verdict = request.granted() ? "approved " : "refused ";
    context.enter(
        EntryKind.PERSON, request.by(), verdict + what() + (note == null ? "" : ": " + note));
    if (request.granted()) {
      state.approve();
    } else {
      state.refuse();
      context.tellLead(
          MessageKind.WARNING,
          "review/" + context.mark(),
          Wording.reviewRefused(what(), request.by(), note));
    }
    return request.granted();
  }

  /** The claim that was to be reviewed does not hold any more, or a person has settled it. */
  void withdraw() {
    if (waiting()) {
      close();
      state.drop();
    }
  }

  /** Says once for each refusal that nothing has changed since. */
  void tellUnchanged() {
    if (state.tellUnchanged()) {
      context.tellLead(
          MessageKind.WARNING,
          "review/" + context.mark(),
          Wording.reviewUnchanged(context.project(), what()));
    }
  }

  private void close() {
    context.state().authorizations().close(state.open());
    context.settleNeed(Escalations.need(state.open()));
  }

  private String what() {
    return context.input().spec() == null ? null : context.input().spec().review();
  }
}
