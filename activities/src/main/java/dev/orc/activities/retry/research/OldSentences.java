package dev.orc.activities.retry.research;

import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands entries that hold no data: those of editions that wrote sentences only, and those
 * whose sentence was too long to be kept whole. Nothing new is added here. Pure.
 */
final class OldSentences {
  private static final List<Sentence> SENTENCES =
      List.of(
          new Sentence(EntryKind.AGENT, "given up: (.*)", Trace.GivenUp::new),
          new Sentence(
              EntryKind.AGENT,
              "^no progress for (\\d{1,9}) min.*",
              minutes -> new Trace.NoProgress(Long.parseLong(minutes))),
          new Sentence(EntryKind.AGENT, "still no progress: (.*) told", Trace.StillNoProgress::new),
          new Sentence(EntryKind.AGENT, "asks: (.*)", Trace.Asks::new),
          new Sentence(EntryKind.REPORT, "blocked: (.*)", said(ReportKind.BLOCKED)),
          new Sentence(EntryKind.REPORT, "failed: (.*)", said(ReportKind.FAILED)),
          new Sentence(
              EntryKind.GIT,
              "not complete yet: (.*)",
              missing -> new Trace.Incomplete(List.of(missing))),
          new Sentence(EntryKind.GIT, "conflicts: (.*)", all -> new Trace.Conflicts(List.of(all))),
          new Sentence(EntryKind.GIT, "verification failed: (.*)", Trace.VerificationFailed::new));

  /** What integration says stands in entries about the phase, too, when it changed by that. */
  private record Sentence(EntryKind kind, Pattern form, Function<String, Trace> trace) {
    Sentence(EntryKind kind, String form, Function<String, Trace> trace) {
      this(kind, Pattern.compile(form), trace);
    }

    boolean standsIn(EntryKind other) {
      return kind.equals(other) || kind.equals(EntryKind.GIT) && other.equals(EntryKind.PHASE);
    }

    Stream<Trace> read(String what) {
      Matcher found = form.matcher(what);
      return found.find() ? Stream.of(trace.apply(found.group(1))) : Stream.empty();
    }
  }

  private OldSentences() {}

  static Optional<Trace> read(TimelineEntry entry) {
    String what = String.valueOf(entry.what());
    return SENTENCES.stream()
        .filter(sentence -> entry.kind() != null && sentence.standsIn(entry.kind()))
        .flatMap(sentence -> sentence.read(what))
        .findFirst();
  }

  private static Function<String, Trace> said(ReportKind kind) {
    return line -> new Trace.Reported(kind, line);
  }
}
