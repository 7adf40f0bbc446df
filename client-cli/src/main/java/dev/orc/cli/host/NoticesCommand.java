package dev.orc.cli.host;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.NoticeStatus;
import dev.orc.workflows.model.NoticeTest;
import dev.orc.workflows.model.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code orc notices}: what people were told, and whether they can be told. */
public final class NoticesCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "notices", "Show what people were told, or try whether they can be.")
        .flag("--test", "Send a test by mail, webhook, desktop and command, as configured.")
        .json()
        .example("orc notices")
        .example("orc notices --test");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    return given.flag("--test")
        ? test(given.flag("--json"), here)
        : list(given.flag("--json"), here);
  }

  private static int test(boolean json, CommandContext here) {
    Request request = new Request(CallerIds.next(), Message.PERSON, null);
    List<NoticeTest> tests =
        ApiClient.of(here).postForList(NoticeTest.class, "/v1/notices/test", request);
    if (json) {
      here.say(ApiJson.text(tests));
    } else if (tests.isEmpty()) {
      here.say("No way to tell people is configured: see notices in docs/notices.md.");
    } else {
      tests.forEach(
          test ->
              here.say(
                  test.way() + ": " + (test.fault() == null ? "told" : Clean.line(test.fault()))));
    }
    return tests.stream().allMatch(test -> test.fault() == null) ? Failure.DONE : Failure.FAILED;
  }

  private static int list(boolean json, CommandContext here) {
    List<NoticeStatus> notices = ApiClient.of(here).list(NoticeStatus.class, "/v1/notices");
    if (json) {
      here.say(ApiJson.text(notices));
      return Failure.DONE;
    }
    if (notices.isEmpty()) {
      here.say("Nothing needed a person lately.");
      return Failure.DONE;
    }
    Table table = new Table(List.of("AGO", "WHO", "WHAT", "NOT YET TOLD BY"), List.of("AGO"));
    Instant now = here.now();
    for (NoticeStatus one : notices) {
      Need need = one.need();
      String who = need.role() == null ? need.project() : need.project() + ":" + need.role();
      table.row(
          Ago.of(Duration.between(one.listedAt(), now)),
          who,
          need.what(),
          String.join(", ", one.untold()));
    }
    table.lines(here.terminal().room(), "").forEach(here::say);
    return Failure.DONE;
  }
}
