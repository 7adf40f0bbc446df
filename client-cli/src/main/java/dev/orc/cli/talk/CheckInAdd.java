package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.project.Target;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.Spooled;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** {@code orc checkin add}: a message later, again and again, or by calendar. */
final class CheckInAdd implements Command {
  private static final int DAY_MINUTES = 24 * 60;
  private static final int CRON_FIELDS = 5;

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "add", "Plan a check-in: once in so many minutes, or again and again.")
        .words("[MINUTES] NOTE", "When, unless an option says it, and what it says.", 1)
        .option("--to", "TARGET", "Who gets it; otherwise the agent that asks.")
        .option("--every", "TIME", "Again and again: 30m, 2h.")
        .option("--daily", "HH:MM", "Every day at that time.")
        .option("--cron", "FIELDS", "Minute, hour, day, month, weekday.")
        .option("--zone", "ZONE", "The zone of --daily and --cron; otherwise this computer's.")
        .json()
        .example("orc checkin add 30 \"Are the tests green?\"")
        .example("orc checkin add --daily 09:00 \"Plan the day\" --to shop:orchestrator");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    List<String> words = new ArrayList<>(given.words(0));
    Schedule schedule = schedule(given, words, here.clock().getZone());
    if (words.isEmpty()) {
      throw Failure.usage("a check-in needs a note", "Say: orc checkin add 30 \"...\"");
    }
    Target target = target(given, here);
    CheckInRequest request =
        new CheckInRequest(
            CallerIds.next(),
            Projects.caller(here),
            target.role(),
            TextArgument.text(words, here),
            schedule);
    Spooled spooled = Spooled.of(target.project(), request);
    String line = "Planned " + request.id() + " for " + target + ": " + schedule;
    Handover.say(here, ApiClient.of(target.project(), "checkins"), request, spooled, request.id())
        .ifPresent(accepted -> told(here, accepted, line, given.flag("--json")));
    return Failure.DONE;
  }

  /** The same one may have been there already, under another id. */
  private static void told(CommandContext here, Accepted accepted, String line, boolean json) {
    if (accepted.repeated() && accepted.note() != null && !json) {
      here.say("Nothing was planned: " + Clean.line(accepted.note()) + ".");
    } else {
      Handover.told(here, accepted, line, json);
    }
  }

  private static Target target(GivenArguments given, CommandContext here) {
    String to = given.text("--to") != null ? given.text("--to") : here.role();
    if (to == null) {
      throw Failure.usage("who gets the check-in?", "Add --to project:role");
    }
    return Target.read(to, here, ApiClient.of(here));
  }

  private static Schedule schedule(GivenArguments given, List<String> words, ZoneId usual) {
    Duration every = given.time("--every");
    String daily = given.text("--daily");
    String cron = given.text("--cron");
    int named = (every == null ? 0 : 1) + (daily == null ? 0 : 1) + (cron == null ? 0 : 1);
    if (named > 1) {
      throw Failure.usage("one schedule at a time", "Give one of --every, --daily, --cron");
    }
    if (every != null) {
      return Schedule.every(minutes(every));
    }
    if (daily != null) {
      return new Schedule(null, null, timeOfDay(daily), null, zone(given, usual));
    }
    return cron != null
        ? new Schedule(null, null, null, fields(cron), zone(given, usual))
        : Schedule.in(minutes(words.remove(0)));
  }

  private static int minutes(Duration every) {
    if (every.toSecondsPart() != 0) {
      throw Failure.usage("a check-in comes in whole minutes", "Say --every 1m, 30m, 2h or 1d");
    }
    return (int) every.toMinutes();
  }

  private static int minutes(String word) {
    try {
      int minutes = Integer.parseInt(word);
      if (minutes >= 0 && minutes <= 366 * DAY_MINUTES) {
        return minutes;
      }
    } catch (NumberFormatException e) {
      throw badMinutes(word);
    }
    throw badMinutes(word);
  }

  private static Failure badMinutes(String word) {
    return Failure.usage(
        "'" + word + "' is no number of minutes",
        "Say: orc checkin add 30 \"...\", or give --every, --daily or --cron");
  }

  private static String timeOfDay(String daily) {
    try {
      return LocalTime.parse(daily.length() == 4 ? "0" + daily : daily).toString();
    } catch (DateTimeException e) {
      throw Failure.usage("'" + daily + "' is no time of day", "Say it as 09:00");
    }
  }

  private static String fields(String cron) {
    String fields = cron.strip();
    if (fields.split("\\s+", -1).length != CRON_FIELDS) {
      throw Failure.usage(
          "'" + cron + "' has not five fields",
          "Say minute hour day month weekday: \"0 9 * * 1-5\"");
    }
    return fields;
  }

  private static String zone(GivenArguments given, ZoneId usual) {
    String zone = given.text("--zone");
    try {
      return zone == null ? usual.getId() : ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw Failure.usage("'" + zone + "' is no time zone", "Say it as Europe/Berlin, or UTC");
    }
  }
}
