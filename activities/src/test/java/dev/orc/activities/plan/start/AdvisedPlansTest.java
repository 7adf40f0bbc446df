package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisedPlansTest {
  private static final TeamWish ADVISED =
      new TeamWish(null, null, null, null, null, 0, false, null, true, false);
  private static final StartRequest REQUEST =
      StartRequest.of("1", "me", "/s.md", "/p").withTeam(ADVISED);

  private final AdvisedPlans plans = new AdvisedPlans();
  private int made;

  @Test
  void theSameRequestGetsThePlanThatItSaw() {
    TeamPlan seen = plans.of(REQUEST, this::made);
    assertThat(plans.of(REQUEST, this::made)).isSameAs(seen);
    assertThat(made).isEqualTo(1);
  }

  @Test
  void whateverIsAskedOtherwiseIsPlannedAnew() {
    plans.of(REQUEST, this::made);
    plans.of(REQUEST.withId("2"), this::made);
    plans.of(REQUEST.withSpec("/t.md"), this::made);
    assertThat(made).isEqualTo(3);
  }

  @Test
  void withoutAnAgentOrAnIdNothingIsKept() {
    StartRequest plain = StartRequest.of("1", "me", "/s.md", "/p");
    plans.of(plain, this::made);
    plans.of(plain, this::made);
    StartRequest nameless = REQUEST.withId(null);
    plans.of(nameless, this::made);
    plans.of(nameless, this::made);
    assertThat(made).isEqualTo(4);
  }

  private TeamPlan made() {
    made++;
    Role role = new Role("developer", "works", true, 0, "x/", null, null, Program.of("x"));
    return new TeamPlan(
        "code_project",
        1,
        null,
        "small",
        "asked for",
        "max5",
        5,
        "analysis",
        null,
        null,
        new Team("code_project", List.of(role)));
  }
}
