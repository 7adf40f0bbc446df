package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.EventStream;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.command.Terminal;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.StatusScreen;
import dev.orc.cli.screen.TimelineLine;
import dev.orc.cli.screen.TimelineText;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows one orchestration: a terminal is drawn anew at every change, anything else gets a line
 * for every transition. Not thread-safe.
 */
final class Following {
  private static final int LATEST = 8;
  private static final Duration LONGEST_AWAY = Duration.ofMinutes(1);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(500);
  private static final String CLEAR_TO_END = "\u001b[J";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";

  private final String project;
  private final CommandContext here;
  private final boolean json;
  private final boolean drawn;
  private final Deque<TimelineEntry> latest = new ArrayDeque<>();
  private final TimelineText text;
  private long seen;
  private Instant heardAt;
  private Restored screen;
  private Duration patience = LONGEST_AWAY;

  private Following(String project, CommandContext here, boolean json, boolean drawn) {
    this.project = project;
    this.here = here;
    this.json = json;
    this.drawn = drawn;
    this.text = TimelineText.within(drawn ? 0 : here.terminal().room(), here.clock());
  }

  /** Draws on a terminal, writes lines elsewhere. */
  static Following best(String project, CommandContext here, boolean json) {
    return new Following(project, here, json, here.terminal().out() && !json);
  }

  /** Writes lines, from the entry after a number on. */
  static Following asLines(String project, CommandContext here, boolean json, long since) {
    Following following = new Following(project, here, json, false);
    following.seen = since;
    return following;
  }

  /** How long nothing may be heard from the worker before it is given up. */
  Following within(Duration longest) {
    patience = longest;
    return this;
  }

  /**
   * Follows until it is over. The worker may go meanwhile: its keeper starts it again, and what
   * happened is read from where this one left off.
   */
  int untilOver() {
    try (Restored own = Restored.of(here, drawn)) {
      screen = own;
      ProjectStatus end = followPatiently();
      own.close();
      return end(end);
    }
  }

  private ProjectStatus followPatiently() {
    while (true) {
      try {
        return follow();
      } catch (WorkerDown e) {
        if (heardAt == null) {
          throw e;
        }
        waitAfter(e);
      } catch (Failure e) {
        if (e.exit() != Failure.NO_SERVER) {
          throw e;
        }
        waitAfter(e);
      }
    }
  }

  private ProjectStatus follow() {
    ApiClient api = ApiClient.of(here);
    try (EventStream events = api.events("/v1/events?project=" + ApiClient.part(project))) {
      ProjectStatus status = Projects.one(api, project);
      catchUp(api);
      show(status);
      while (!status.over()) {
        heardAt = Instant.now();
        Optional<EventStream.Event> event = events.next();
        if (event.isEmpty()) {
          throw gone();
        }
        status = take(api, event.get(), status);
      }
      catchUp(api);
      show(status);
      return status;
    } catch (IOException e) {
      throw gone();
    }
  }

  /** Waits a moment before the next look; gives up when nothing was heard for long. */
  private void waitAfter(Failure lost) {
    heardAt = heardAt == null ? Instant.now() : heardAt;
    if (Instant.now().isAfter(heardAt.plus(patience))) {
      throw lost.exit() == Failure.NO_SERVER ? gone() : lost;
    }
    Moment.await(Instant.now().plus(BEFORE_AGAIN));
  }

  private ProjectStatus take(ApiClient api, EventStream.Event event, ProjectStatus before)
      throws IOException {
    if (event.name().equals("timeline")) {
      catchUp(api);
      show(before);
      return before;
    }
    if (event.name().equals("status")) {
      ProjectStatus status = ApiJson.read(ProjectStatus.class, event.json());
      if (project.equals(status.project())) {
        show(status);
        return status;
      }
    } else if (drawn) {
      show(before);
    }
    return before;
  }

  /** Reads what is new by number, so that nothing is lost or told twice. */
  private void catchUp(ApiClient api) {
    String path = ApiClient.of(project, "timeline") + "?since=" + seen;
    for (TimelineEntry entry : api.list(TimelineEntry.class, path)) {
      if (entry.number() <= seen) {
        continue;
      }
      seen = entry.number();
      latest.addLast(entry);
      if (latest.size() > LATEST) {
        latest.removeFirst();
      }
      if (json) {
        here.say(ApiJson.line(entry));
      } else if (!drawn) {
        text.of(entry).forEach(here::say);
      }
    }
    here.out().flush();
  }

  private void show(ProjectStatus status) {
    if (!screen.isOpen()) {
      return;
    }
    Terminal terminal = here.terminal();
    Paint paint = new Paint(terminal.colour());
    List<String> lines =
        new ArrayList<>(
            new StatusScreen(here.now(), terminal.columns(), paint).lines(List.of(status)));
    lines.add("");
    latest.forEach(
        entry -> lines.add(TimelineLine.within(entry, terminal.columns(), here.clock().getZone())));
    StringBuilder screen = new StringBuilder(HOME);
    // A line more than there are rows would scroll, and what is drawn next would be off.
    for (String line : lines.subList(0, Math.min(lines.size(), terminal.rows() - 1))) {
      screen.append(line).append(CLEAR_LINE).append('\n');
    }
    here.out().print(screen.append(CLEAR_TO_END));
    here.out().flush();
  }

  private int end(ProjectStatus status) {
    if (json) {
      here.say(ApiJson.line(status));
    } else {
      String reason = status.reason() == null ? "" : ": " + status.reason();
      here.say(Clean.line(project + " " + status.phase() + reason));
    }
    return status.phase() == Phase.COMPLETED ? Failure.DONE : Failure.FAILED;
  }

  private Failure gone() {
    return new Failure(
        Failure.NO_SERVER,
        "the worker went away; the run itself goes on",
        "Follow again: orc watch " + project);
  }
}
