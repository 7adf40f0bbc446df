package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.BrokenTurn.Kind;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What agents are told in the orchestration's own name. */
final class Wording {
  static final String COMPLETION_REMINDER =
      "When everything that the spec asks for is done, integrated work included, say so:"
          + " orc report done \"<what was built>\". If it can not be done: orc report failed"
          + " \"<why>\".";

  static final String PLAN = "Plan without it until it is back";

  private Wording() {}

  /** Who wrote what kind of message; never its text. */
  static String from(Message message) {
    String kind = message.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return kind + " from " + message.from();
  }

  static String brief(Role role, Spec spec) {
    return "You are the "
        + role.name()
        + " of this project. "
        + role.duty()
        + (role.task() == null ? "" : " Your one task: " + role.task() + ".")
        + " The spec is "
        + spec.file()
        + ". Goal: "
        + spec.goal();
  }

  static String roleCheckIn(Role role) {
    String usual =
        "Check-in: what is done, what comes next, what blocks you? Commit what you have and tell it:"
            + " orc report progress \"<one line>\".";
    return role.leads() ? usual + " " + COMPLETION_REMINDER : usual;
  }

  static String checkIn(CheckIn checkIn, boolean leads, boolean late) {
    StringBuilder text = new StringBuilder();
    if (late) {
      text.append("(This check-in is late: it was due at ").append(checkIn.due()).append(".) ");
    }
    text.append(checkIn.note());
    if (leads && !checkIn.byRole()) {
      text.append('\n').append(COMPLETION_REMINDER);
    }
    return text.toString();
  }

  static String report(Report report) {
    String kind = report.kind().name().toLowerCase(Locale.ROOT);
    return "Report of " + report.role() + ", " + kind + ": " + text(report);
  }

  static String ground(Report report) {
    return report.role() + ", whose work you wait for, is done: " + text(report);
  }

  static String handedOver(String taker) {
    return taker + " has started and takes up your work. Answer what it asks you about it.";
  }

  static String authorizationAsked(String project, Authorization asked) {
    return asked.by()
        + " asks you to authorize, until "
        + asked.escalatesAt()
        + ": "
        + asked.what()
        + "\nAnswer: "
        + authorizeCommand(project, asked.id());
  }

  static String authorizeCommand(String project, String id) {
    return "orc authorize " + id + " yes (or no) --project " + project + " --note \"...\"";
  }

  static String authorizationAnswered(
      Authorization asked, String by, boolean granted, String note) {
    String verdict = granted ? "granted" : "denied";
    String reason = note == null || note.isBlank() ? "" : " (" + note + ")";
    return "Your request was " + verdict + " by " + by + reason + ": " + asked.what();
  }

  static String reviewed(String what) {
    return "A person reviews " + what + " now. Wait: you are told what comes of it.";
  }

  static String reviewRefused(String what, String by, String note) {
    return by
        + " has reviewed "
        + what
        + " and does not approve it"
        + (note == null ? ", without saying why: ask what is to be different" : ": " + note)
        + "\nChange it, commit, then report done again: it is reviewed anew.";
  }

  static String reviewUnchanged(String project, String what) {
    return "Nothing was committed since the review of "
        + what
        + " refused it, so nobody is asked again. Change it and commit before you report done; a person"
        + " who is content after all says: orc finish "
        + project;
  }

  static String givenUp(String role, String why) {
    return role
        + " is gone and was given up: "
        + why
        + ". A person has been told. Plan without it until it is back.";
  }

  static String stuck(long minutes) {
    return "There was no commit, no report and no output from you for "
        + minutes
        + " minutes. If you are blocked, say so: orc report blocked \"<by what>\"; if you are done:"
        + " orc report done \"<what>\"; otherwise commit what you have and go on.";
  }

  static String stuckManager(String role, long minutes) {
    return role
        + " has shown no progress for "
        + minutes
        + " minutes and did not answer when asked. Find out why and help.";
  }

  static String ceiling(String project, int extension, int extensions, long minutes) {
    return project
        + " has taken its whole time. There is still progress, so it goes on for another "
        + minutes
        + " minutes ("
        + extension
        + " of "
        + extensions
        + "). Bring it to an end. "
        + COMPLETION_REMINDER;
  }

  static String limitOver(String role) {
    return "Your usage limit should be over, " + role + ". Go on where you stopped.";
  }

  static String goOn(String role, CutOff cut) {
    return switch (cut.kind()) {
      case LIMIT -> limitOver(role);
      case INTERRUPTED ->
          "Your program was interrupted in the middle of a turn, "
              + role
              + ". See what of it was done already, and go on where you stopped.";
      default ->
          "Your last turn broke off, "
              + role
              + " ("
              + cutOff(cut)
              + "). See what of it was done already, and go on where you stopped.";
    };
  }

  /** Why it was cut off, in a few words. */
  static String cutOff(CutOff cut) {
    String kind =
        switch (cut.kind()) {
          case LIMIT -> "usage limit";
          case OVERLOAD -> "the vendor was overloaded";
          case RATE -> "too many requests";
          case NETWORK -> "the vendor could not be reached";
          case AUTHENTICATION -> "nobody is logged in, or the key is refused";
          case CREDIT -> "there is no money on the account";
          case INTERRUPTED -> "interrupted";
          case OTHER -> "it failed";
        };
    return cut.text() == null || cut.text().isBlank() ? kind : kind + ": " + cut.text();
  }

  /** What somebody who was cut off waits for. */
  static String waitsFor(CutOff cut, Instant now) {
    String then =
        cut.sayAt() == null
            ? "; a person is needed"
            : cut.spoken()
                ? "; was told to go on, again " + at(now, cut.sayAt())
                : "; is told to go on " + at(now, cut.sayAt());
    return cutOff(cut) + then;
  }

  static String goOnRemedy(String project, String role, Kind kind) {
    String first =
        switch (kind) {
          case AUTHENTICATION -> "log it in (orc attach " + project + ":" + role + ")";
          case CREDIT -> "put money on the account or give it another";
          default -> "see what it shows (orc attach " + project + ":" + role + ")";
        };
    return first + ", then: orc resume " + project;
  }

  /** What a life is told that goes on with the conversation of the one before. */
  static String missed(String role, List<String> doubts) {
    String letters =
        doubts.isEmpty()
            ? ""
            : " These messages may or may not have reached you, and may come once more: "
                + String.join(", ", doubts)
                + ".";
    return "Your program ended, "
        + role
        + ", and was started again with your conversation; what you ran then has ended."
        + letters
        + " See what of your last turn was done already, and go on where you stopped.";
  }

  /** What a life is told whose orchestration was lost and made anew around it. */
  static String takenOver(String role) {
    return "What leads this team was lost and was set up anew; your work, "
        + role
        + ", is as you left it. What you were told or reported just before may be lost:"
        + " report anew what is done, and go on.";
  }

  /** A message by its id and its sender. */
  static String letter(Message message) {
    return message.id() + " (from " + message.from() + ")";
  }

  /** As 40 s, 12 min, 2 h 5 min. */
  static String lasting(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  static String at(Instant now, Instant then) {
    return then.isAfter(now) ? "in " + lasting(Duration.between(now, then)) : "at once";
  }

  static String missingOwn(List<String> lines) {
    return "The project was declared complete, but something is still missing from you:\n- "
        + String.join("\n- ", lines)
        + "\nSettle it, then report done again.";
  }

  static String missingAll(List<String> lines) {
    return "It is not complete yet:\n- "
        + String.join("\n- ", lines)
        + "\nHave it settled, then report done again.";
  }

  static String conflict(String branch, List<String> files, String target) {
    return "Your branch "
        + branch
        + " does not merge; it stands against the others in: "
        + String.join(", ", files)
        + ". Merge "
        + target
        + " and the other roles' work into your branch, settle it together with who owns the files,"
        + " commit, then report done again.";
  }

  static String gitFault(Fault fault) {
    return "git can not work with what you have: "
        + fault.what()
        + ". The others' work goes on without it. "
        + fault.remedy()
        + ". Then report done again.";
  }

  static String madeAgain() {
    return "Your worktree was gone and was made again from your branch, in its old place: what you"
        + " had committed is there, what you had not is lost. Change into it again (cd \"$PWD\")"
        + " before you go on.";
  }

  static String verificationFailed(String command, String output) {
    return "Everything merges, but the verification failed: "
        + command
        + "\n"
        + output
        + "\nHave it repaired, then report done again.";
  }

  static String notAgain(String project, int times) {
    return "The same work could not be integrated "
        + times
        + " times in a row, so it is not tried again until there are new commits or a person says:"
        + " orc finish "
        + project
        + ". Do not report done again before something was committed.";
  }

  static String hub(Message message, String wanted) {
    return "(From "
        + message.from()
        + " for "
        + wanted
        + "; it comes to you because they do not write to each other directly. Pass it on if it"
        + " should be.)";
  }

  /** How an orchestration ended, for people. */
  static Need ended(Outcome outcome) {
    String how = outcome.phase() == Phase.COMPLETED ? "completed" : "failed";
    Duration took = Duration.between(outcome.startedAt(), outcome.endedAt());
    String story =
        "It took "
            + lasting(took)
            + "; commits: "
            + outcome.totals().commits()
            + (outcome.summary() == null ? "" : "\nSummary: " + outcome.summary());
    return Need.end(
        outcome.project(),
        how + " after " + lasting(took) + ": " + outcome.reason(),
        "orc completed " + outcome.project(),
        outcome.endedAt(),
        story);
  }

  static boolean late(CheckIn checkIn, Instant now) {
    return now.isAfter(checkIn.due().plusSeconds(90));
  }

  private static String text(Report report) {
    String text = report.text() == null || report.text().isBlank() ? "(no words)" : report.text();
    return text.length() <= Message.INLINE_CHARACTERS
        ? text
        : text.substring(0, Message.INLINE_CHARACTERS) + "…";
  }
}
