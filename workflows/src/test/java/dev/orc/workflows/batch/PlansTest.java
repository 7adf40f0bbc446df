package dev.orc.workflows.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.BatchActivities.Planned;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.project.ProjectInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project of a batch starts with: no less than one that was started alone. */
class PlansTest {
  private static final Spec SPEC =
      new Spec("Shop", "/s.md", "d", "a shop", List.of(), List.of()).reviewed("plan.md");

  @Test
  void itKnowsWhatItsPlanNotesAndWhereItBegins() {
    Planned planned =
        new Planned(
            "shop",
            "h1",
            "/p",
            SPEC,
            FakeBatchHost.planned("shop", StartRequest.of("1", "me", "/s.md", "/p"), Play.DONE)
                .team(),
            ProjectSettings.DEFAULTS,
            List.of(),
            List.of("the review by claude was not used: it was no JSON"),
            "develop");
    BatchRef ref = new BatchRef("orc-batch-x", "i1", 1);

    ProjectInput input = Plans.input(planned, ref);

    assertThat(input.notes()).containsExactly("the review by claude was not used: it was no JSON");
    assertThat(input.branch()).isEqualTo("develop");
    assertThat(input.spec().review()).isEqualTo("plan.md");
    assertThat(input.batch()).isEqualTo(ref);
  }

  @Test
  void aLaterTryIsForTheSameEnvironmentAndReview() {
    StartRequest start =
        StartRequest.of("1", "me", "/s.md", "/p").withEnv("staging").withReview("plan.md");

    assertThat(start.withSpec("/t.md").withId("2").withProject("/q").review()).isEqualTo("plan.md");
    assertThat(start.withTeam(null).env()).isEqualTo("staging");
    assertThat(start.withReview(null).review()).isNull();
  }
}
