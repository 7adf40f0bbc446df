package dev.orc.activities.tell.notice;

import dev.orc.base.text.CleanText;
import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.NoticeStatus;
import dev.orc.workflows.model.NoticeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what needs them: in {@code notices.jsonl} of the state folder and in the log at
 * once, and by every sink that they have configured as soon as that can be done. Each need is told
 * once; who asks for it never waits for a sink. Thread-safe.
 */
public final class Notices implements NoticeActivities, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final Duration COMMAND_WITHIN = Duration.ofSeconds(30);
  private static final Duration RETRY_FIRST = Duration.ofSeconds(10);
  private static final Duration RETRY_LONGEST = Duration.ofMinutes(10);

  private final NoticeBook book;
  private final NoticeText text;
  private final String host;
  private final boolean ends;
  private final Clock clock;
  private final List<Sink> sinks;
  private final List<Teller> tellers = new ArrayList<>();

  private Notices(HostFolders folders, String host, List<Sink> sinks, boolean ends, Clock clock) {
    this.ends = ends;
    this.book = new NoticeBook(folders.state().resolve("notices.jsonl"), clock);
    this.text = new NoticeText(folders, host);
    this.host = host;
    this.clock = clock;
    this.sinks = List.copyOf(sinks);
  }

  /**
   * Begins to tell, what an earlier worker could not tell first.
   *
   * @param host the name of the one that tells
   */
  public static Notices open(HostFolders folders, String host, NoticeSettings settings) {
    Clock clock = Clock.systemUTC();
    Teller.Rules rules =
        new Teller.Rules(
            new DigestRules(settings.digestAfter(), settings.digestWithin()),
            new MorningRules(settings.endsAt(), ZoneId.systemDefault()),
            RETRY_FIRST,
            RETRY_LONGEST,
            settings.giveUpAfter());
    return with(folders, host, sinks(settings, host, clock), settings.ends(), rules, clock);
  }

  static Notices with(
      HostFolders folders, String host, List<Sink> sinks, Teller.Rules rules, Clock clock) {
    return with(folders, host, sinks, true, rules, clock);
  }

  /**
   * @param ends whether the sinks tell of ends
   */
  static Notices with(
      HostFolders folders,
      String host,
      List<Sink> sinks,
      boolean ends,
      Teller.Rules rules,
      Clock clock) {
    Notices notices = new Notices(folders, host, sinks, ends, clock);
    for (Sink sink : sinks) {
      Teller teller = new Teller(sink, notices.book, notices.text, rules, clock);
      notices.tellers.add(teller.start());
    }
    return notices;
  }

  @Override
  public void tell(Need need) {
    boolean end = need.kind() == Need.Kind.END;
    Set<String> names = new LinkedHashSet<>();
    if (ends || !end) {
      sinks.forEach(sink -> names.add(sink.name()));
    }
    try {
      if (book.list(need, names)) {
        say(need, end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the notice could not be listed: " + e.getMessage(), e);
    }
  }

  private static void say(Need need, boolean end) {
    if (end) {
      LOG.info("has ended: {}", line(need));
    } else {
      LOG.warn("needs a person: {}", line(need));
    }
  }

  /** What people were told, oldest first. */
  public List<NoticeStatus> all() {
    return book.all();
  }

  /** Tells a test by every sink at once; answers what became of it. */
  public List<NoticeTest> test() throws InterruptedException {
    Need need =
        new Need(
            "test/" + UUID.randomUUID(),
            host,
            null,
            "this is a test: notices reach you",
            "nothing is to be done",
            clock.instant());
    List<NoticeTest> answers = new ArrayList<>();
    for (Sink sink : sinks) {
      try {
        sink.tell(text.of(List.of(need)));
        answers.add(new NoticeTest(sink.name(), null));
      } catch (IOException | RuntimeException failed) {
        String fault = CleanText.oneLine(String.valueOf(failed.getMessage()));
        answers.add(new NoticeTest(sink.name(), fault));
      }
    }
    return answers;
  }

  /** What is not told yet is told by the next worker. */
  @Override
  public void close() {
    tellers.forEach(Teller::close);
  }

  private static List<Sink> sinks(NoticeSettings settings, String host, Clock clock) {
    List<Sink> sinks = new ArrayList<>();
    if (settings.email() != null) {
      sinks.add(new MailSink(settings.email(), clock));
    }
    if (settings.webhook() != null) {
      sinks.add(new WebhookSink(settings.webhook(), host, clock));
    }
    if (settings.desktop()) {
      sinks.add(new Desktop(System.getProperty("os.name")));
    }
    if (!settings.command().isEmpty()) {
      sinks.add(new NoticeCommand("command", settings.command(), Map.of(), COMMAND_WITHIN));
    }
    return sinks;
  }

  private static String line(Need need) {
    String agent = need.role() == null ? need.project() : need.project() + ":" + need.role();
    return CleanText.oneLine(agent + ": " + need.what() + " (" + need.remedy() + ")");
  }
}
