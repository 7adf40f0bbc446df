package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.Team;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckInsFlowTest {
  @Test
  void rolesAreAskedAgainAndAgainAndTheLeadIsRemindedOfTheEnd() throws Exception {
    Team team =
        new Team(
            "code_project", List.of(role("orchestrator", true, 20), role("developer", false, 30)));
    try (Flow flow = Flow.working(team, Settings.stuckAfter(Duration.ofHours(9)))) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      flow.pass(Duration.ofMinutes(65));
      assertThat(checkIns(flow, "orchestrator")).hasSize(3);
      assertThat(checkIns(flow, "developer")).hasSize(2);
      assertThat(checkIns(flow, "orchestrator").get(0)).contains("orc report done");
      assertThat(checkIns(flow, "developer").get(0)).doesNotContain("orc report done");
      assertThat(flow.status().nextCheckIn().to()).isEqualTo("orchestrator");
    }
  }

  @Test
  void onceEveryDailyAndByCalendar() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.ceiling(Duration.ofDays(9)))) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(5));
      add(flow, "once", Schedule.in(3));
      add(flow, "every", Schedule.every(400));
      add(flow, "daily", new Schedule(null, null, "09:00", null, "Europe/Berlin"));
      add(flow, "cron", new Schedule(null, null, null, "0 */12 * * *", "UTC"));
      flow.pass(Duration.ofHours(24)); // any day holds two noons or midnights, and one nine
      List<String> got = checkIns(flow, "developer");
      assertThat(got.stream().filter("once"::equals)).hasSize(1);
      assertThat(got.stream().filter("every"::equals)).hasSize(3);
      assertThat(got.stream().filter("daily"::equals)).hasSizeBetween(1, 2);
      assertThat(got.stream().filter("cron"::equals)).hasSizeBetween(2, 3);
      assertThat(flow.orc.checkIns()).extracting(CheckIn::note).doesNotContain("once").hasSize(3);
    }
  }

  @Test
  void theSameNoteAtTheSameTimeIsOneAndACancelledOneDoesNotCome() throws Exception {
    try (Flow flow = Flow.working()) {
      CheckInRequest first = add(flow, "look", Schedule.in(5));
      CheckInRequest again =
          new CheckInRequest(flow.id(), "person", "developer", "look", Schedule.in(5));
      Accepted answer = flow.orc.checkIn(again);
      assertThat(answer.note()).contains("same check-in").contains(first.id());
      assertThat(answer.repeated()).isTrue();
      assertThat(flow.orc.checkIns()).hasSize(1);
      flow.orc.cancelCheckIn(new CancelCheckIn(flow.id(), "person", first.id()));
      flow.pass(Duration.ofMinutes(6));
      assertThat(checkIns(flow, "developer")).isEmpty();
    }
  }

  @Test
  void whatWasDueWhilePausedComesOnceAndSaysThatItIsLate() throws Exception {
    try (Flow flow = Flow.working()) {
      add(flow, "look", Schedule.every(5));
      flow.orc.pause(flow.request(null));
      flow.pass(Duration.ofMinutes(23));
      assertThat(checkIns(flow, "developer")).isEmpty();
      flow.orc.resume(flow.request(null));
      flow.awaitText("developer", "This check-in is late");
      flow.pass(Duration.ofSeconds(10));
      assertThat(checkIns(flow, "developer")).hasSize(1);
      flow.pass(Duration.ofMinutes(3));
      assertThat(checkIns(flow, "developer")).containsSubsequence("look");
    }
  }

  private static CheckInRequest add(Flow flow, String note, Schedule schedule) {
    CheckInRequest request = new CheckInRequest(flow.id(), "person", "developer", note, schedule);
    flow.orc.checkIn(request);
    return request;
  }

  private static Role role(String name, boolean leads, int minutes) {
    return new Role(
        name, "Works.", leads, minutes, name + "/", List.of(), List.of(), Program.of("scripted"));
  }

  private static List<String> checkIns(Flow flow, String role) {
    return flow.host.mailOf(role).stream()
        .filter(mail -> mail.kind() == MessageKind.CHECK_IN)
        .map(mail -> mail.text())
        .toList();
  }
}
