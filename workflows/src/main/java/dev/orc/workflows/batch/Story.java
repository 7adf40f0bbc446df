package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.TimelineEntry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened to the projects, the newest entries. Workflow threads only. */
@Carried
final class Story {
  static final int KEPT = 2_000;
  private static final int LONGEST = 400;

  private Deque<TimelineEntry> entries = new ArrayDeque<>();
  private long last;

  void enter(Instant at, EntryKind kind, String who, String what) {
    entries.add(new TimelineEntry(++last, at, kind, who, Texts.cut(what, LONGEST)));
    if (entries.size() > KEPT) {
      entries.remove();
    }
  }

  List<TimelineEntry> since(long number) {
    return entries.stream().filter(entry -> entry.number() > number).toList();
  }
}
