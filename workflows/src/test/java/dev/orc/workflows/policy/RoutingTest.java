package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three tiers: a lead over managers over those who do the work. */
class RoutingTest {
  private static final Team TEAM =
      new Team(
          "x",
          List.of(
              role("lead", true, null, List.of()),
              role("web-manager", false, "lead", List.of("data-manager")),
              role("data-manager", false, "lead", List.of("data")),
              role("web", false, "web-manager", List.of("nobody")),
              role("style", false, "web-manager", List.of("nobody")),
              role("data", false, "data-manager", List.of("nobody")),
              role("orphan", false, "nobody", List.of("nobody"))));

  @Test
  void whoMayNotWriteDirectlyGoesThroughItsManagerWhereThatOneCanPassItOn() {
    assertThat(to("web", "style")).isEqualTo("web-manager");
    assertThat(to("web", "data-manager")).isEqualTo("web-manager");
    assertThat(to("web", "data")).isEqualTo("lead");
    assertThat(to("orphan", "web")).isEqualTo("lead");
  }

  @Test
  void aManagerAndThoseItManagesWriteToEachOther() {
    assertThat(to("web", "web-manager")).isEqualTo("web-manager");
    assertThat(to("web-manager", "style")).isEqualTo("style");
    assertThat(to("web", "lead")).isEqualTo("lead");
    assertThat(to("web-manager", "data")).isEqualTo("lead");
  }

  @Test
  void theManagerIsTheOneItReportsTo() {
    assertThat(Routing.managerOf(TEAM, "web")).contains("web-manager");
    assertThat(Routing.managerOf(TEAM, "web-manager")).contains("lead");
    assertThat(Routing.managerOf(TEAM, "orphan")).contains("lead");
    assertThat(Routing.managerOf(TEAM, "lead")).isEmpty();
  }

  @Test
  void onlyAManagerBesideTheLeadHearsWhatTheLeadHears() {
    assertThat(Routing.managerBeside(TEAM, "web")).contains("web-manager");
    assertThat(Routing.managerBeside(TEAM, "web-manager")).isEmpty();
    assertThat(Routing.managerBeside(TEAM, "orphan")).isEmpty();
  }

  private static String to(String from, String to) {
    return Routing.recipient(TEAM, from, to);
  }

  private static Role role(String name, boolean leads, String reportsTo, List<String> talksTo) {
    return new Role(
        name,
        "Does its job.",
        leads,
        0,
        name + "/",
        talksTo,
        null,
        null,
        reportsTo,
        null,
        Program.of("scripted"));
  }
}
