package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.PastMoment;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.NightScreen;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.WallTime;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.NightFigures;
import java.time.Instant;
import java.time.LocalTime;

/** {@code orc night}: one page of what happened while nobody looked. */
public final class NightCommand implements Command {
  /** When a night begins where nobody says otherwise. */
  private static final LocalTime BEGIN = LocalTime.of(22, 0);

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "night", "Show what happened while you were away, on one page.")
        .option("--since", "WHEN", "From then on, as 22:00, 8h or 2026-01-31T22:00; 22:00.")
        .json()
        .example("orc night")
        .example("orc night --since 8h");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String since = given.text("--since");
    Instant moment = since == null ? begun(here) : PastMoment.of("--since", since, here.clock());
    Night night = ApiClient.of(here).get(Night.class, path(moment));
    if (given.flag("--json")) {
      here.say(ApiJson.text(night));
      return Failure.DONE;
    }
    Paint paint = new Paint(here.terminal().colour());
    new NightScreen(WallTime.of(here.clock()), here.terminal().columns(), paint)
        .lines(night)
        .forEach(here::say);
    return Failure.DONE;
  }

  /** When the last night began. */
  static Instant begun(CommandContext here) {
    return PastMoment.last(BEGIN, here.clock());
  }

  /** What has ended since then; what is open is not asked a second time for it. */
  static NightFigures ended(ApiClient api, Instant since) {
    return api.get(Night.class, path(since) + "&ends-only=true").figures();
  }

  private static String path(Instant since) {
    return "/v1/night?since=" + ApiClient.part(since.toString());
  }
}
