package dev.orc.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.TeamWish;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamWishTest {
  private static final TeamWish CONFIGURED =
      new TeamWish(
          "code_project",
          "small",
          "pro",
          List.of("developer"),
          List.of("researcher"),
          3,
          true,
          null,
          false,
          false);

  @Test
  void whatIsLeftOpenTheOtherSays() {
    assertThat(TeamWish.NONE.or(CONFIGURED)).isEqualTo(CONFIGURED);
    TeamWish asked = new TeamWish(null, null, "max20", null, null, 0, false, null, true, false);
    assertThat(asked.or(CONFIGURED).plan()).isEqualTo("max20");
    assertThat(asked.or(CONFIGURED).roles()).containsExactly("developer");
    assertThat(asked.or(CONFIGURED).analyze()).isTrue();
  }

  @Test
  void whoShapesTheTeamDoesNotWantTheOthersRoles() {
    TeamWish sized = new TeamWish(null, "large", null, null, null, 0, false, null, false, false);
    assertThat(sized.or(CONFIGURED).roles()).isEmpty();
    assertThat(sized.or(CONFIGURED).addRoles()).containsExactly("researcher");
    TeamWish exact = TeamWish.of(List.of("tester"));
    assertThat(exact.or(CONFIGURED).roles()).containsExactly("tester");
    assertThat(exact.or(CONFIGURED).addRoles()).isEmpty();
    assertThat(exact.or(CONFIGURED).tiers()).isZero();
  }

  @Test
  void aFileSaysAll() {
    TeamWish file = new TeamWish(null, null, null, null, null, 0, false, "/t.yaml", false, false);
    assertThat(file.or(CONFIGURED)).isEqualTo(file);
  }
}
