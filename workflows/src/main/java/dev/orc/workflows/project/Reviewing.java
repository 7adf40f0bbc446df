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

  private final ProjectContext desk;
  private final Reviewed state;

  Reviewing(ProjectContext desk) {
    this.desk = desk;
    this.state = desk.state().reviewed();
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
    String lead = desk.roster().lead().map(Agent::name).orElse(desk.course().claim().by());
    String id = state.ask(work);
    String text = "review of " + what();
    desk.state()
        .authorizations()
        .openTold(new Authorization(id, lead, Message.PERSON, text, desk.now(), desk.now()));
    String place =
        desk.roster().find(lead).map(Agent::worktree).map(tree -> ", in " + tree.path()).orElse("");
    desk.need(
        Escalations.need(id),
        lead,
        "says that it is done and waits for your review of " + what() + place,
        Wording.authorizeCommand(desk.project(), id));
    desk.tellLead(MessageKind.REPORT, "review/" + desk.mark(), Wording.reviewed(what()));
  }

  /** A person has answered; answers whether the work goes on to be merged. */
  boolean answered(AuthorizeRequest request) {
    close();
    String note = request.note() == null || request.note().isBlank() ? null : request.note();
    String verdict = request.granted() ? "approved " : "refused ";
    desk.enter(
        EntryKind.PERSON, request.by(), verdict + what() + (note == null ? "" : ": " + note));
    if (request.granted()) {
      state.approve();
    } else {
      state.refuse();
      desk.tellLead(
          MessageKind.WARNING,
          "review/" + desk.mark(),
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
      desk.tellLead(
          MessageKind.WARNING,
          "review/" + desk.mark(),
          Wording.reviewUnchanged(desk.project(), what()));
    }
  }

  private void close() {
    desk.state().authorizations().close(state.open());
    desk.settleNeed(Escalations.need(state.open()));
  }

  private String what() {
    return desk.input().spec() == null ? null : desk.input().spec().review();
  }
}
