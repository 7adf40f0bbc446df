package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The timeline. Keeps the newest entries; what was said about messages makes room before what was
 * said about anything else. Numbers are never used twice. Workflow threads only.
 */
@Carried
final class Ledger {
  static final int KEPT = 400;
  static final int KEPT_MESSAGES = 150;
  private static final int LONGEST = 500;

  private List<TimelineEntry> entries = new ArrayList<>();
  private long last;
  private int messages;

  void enter(Instant at, EntryKind kind, String who, String what) {
    enter(at, kind, who, what, null);
  }

  /**
   * @param trace kept where it is no longer than a sentence may be; what is cut off from it is told
   *     by the cut sentence
   */
  void enter(Instant at, EntryKind kind, String who, String what, Trace trace) {
    Trace kept = what.length() > LONGEST ? null : trace;
    entries.add(new TimelineEntry(++last, at, kind, who, Texts.cut(what, LONGEST), kept));
    messages += kind.equals(EntryKind.MESSAGE) ? 1 : 0;
    if (messages > KEPT_MESSAGES) {
      entries.remove(firstMessage());
      messages--;
    }
    if (entries.size() > KEPT) {
      messages -= entries.remove(0).kind().equals(EntryKind.MESSAGE) ? 1 : 0;
    }
  }

  List<TimelineEntry> since(long number) {
    return entries.stream().filter(entry -> entry.number() > number).toList();
  }

  /** The number of the newest entry. */
  long last() {
    return last;
  }

  private TimelineEntry firstMessage() {
    return entries.stream()
        .filter(entry -> entry.kind().equals(EntryKind.MESSAGE))
        .findFirst()
        .orElseThrow();
  }
}
