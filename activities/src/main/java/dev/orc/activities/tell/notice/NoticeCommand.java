package dev.orc.activities.tell.notice;

import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A person's own command that is told of each notice in its environment: {@code ORC_NEED_ID},
 * {@code ORC_PROJECT}, {@code ORC_ROLE}, {@code ORC_NEED}, {@code ORC_REMEDY}, {@code ORC_NEED_AT},
 * {@code ORC_SUBJECT}, {@code ORC_BODY}, {@code ORC_COUNT}. No shell sees it. Thread-safe.
 *
 * @param words the program and its arguments
 * @param environment added to the worker's
 * @param within how long it may take
 */
record NoticeCommand(
    String name, List<String> words, Map<String, String> environment, Duration within)
    implements Sink {
  private static final int KEPT_OUTPUT = 4_096;

  NoticeCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a notice command needs a program");
    }
  }

  @Override
  public void tell(Notice notice) throws IOException, InterruptedException {
    Ended ended = run(notice);
    if (ended.timedOut()) {
      throw new IOException(words.get(0) + " took longer than " + within.toSeconds() + " s");
    }
    if (!ended.well()) {
      String said = CleanText.oneLine(ended.firstLine(), 200);
      throw new IOException(words.get(0) + " exited with " + ended.exit() + ": " + said);
    }
  }

  private Ended run(Notice notice) throws IOException, InterruptedException {
    try {
      return ProgramRun.of(words)
          .with(environment)
          .with(variables(notice))
          .within(within)
          .keepingEnd(KEPT_OUTPUT)
          .run(() -> {});
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Of a digest the first need; the others are in the body. */
  private static Map<String, String> variables(Notice notice) {
    Need first = notice.needs().get(0);
    Map<String, String> variables = new HashMap<>();
    variables.put("ORC_NEED_ID", line(first.id()));
    variables.put("ORC_PROJECT", line(first.project()));
    variables.put("ORC_ROLE", line(first.role()));
    variables.put("ORC_NEED", line(first.what()));
    variables.put("ORC_REMEDY", line(first.remedy()));
    variables.put("ORC_NEED_AT", first.at() == null ? "" : first.at().toString());
    variables.put("ORC_SUBJECT", notice.subject());
    variables.put("ORC_BODY", notice.body());
    variables.put("ORC_COUNT", String.valueOf(notice.needs().size()));
    return variables;
  }

  private static String line(String value) {
    return value == null ? "" : CleanText.oneLine(value);
  }
}
