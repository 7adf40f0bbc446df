package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.WorktreeState;
import dev.orc.workflows.policy.AuthorizationRules.Asked;
import dev.orc.workflows.policy.StuckRules.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final ProjectSettings SETTINGS = ProjectSettings.DEFAULTS;
  private static final Team TEAM =
      new Team(
          "code_project",
          List.of(
              role("orchestrator", true, List.of(), List.of()),
              role("project-manager", false, List.of(), List.of()),
              role("frontend", false, List.of("backend"), List.of("backend")),
              role("backend", false, List.of(), List.of("devops")),
              role("devops", false, List.of("orchestrator"), List.of())));

  @Test
  void whoMayNotWriteDirectlyGoesThroughTheLead() {
    assertThat(Routing.recipient(TEAM, "frontend", "backend")).isEqualTo("backend");
    assertThat(Routing.recipient(TEAM, "frontend", "devops")).isEqualTo("orchestrator");
    assertThat(Routing.recipient(TEAM, "backend", "devops")).isEqualTo("devops");
    assertThat(Routing.recipient(TEAM, "orchestrator", "devops")).isEqualTo("devops");
    assertThat(Routing.recipient(TEAM, "person", "devops")).isEqualTo("devops");
    assertThat(Routing.recipient(TEAM, "frontend", "orchestrator")).isEqualTo("orchestrator");
  }

  @Test
  void theManagerOfAStuckAgentIsTheProjectManagerElseTheLead() {
    assertThat(Routing.managerOf(TEAM, "backend")).contains("project-manager");
    assertThat(Routing.managerOf(TEAM, "project-manager")).contains("orchestrator");
    assertThat(Routing.managerOf(TEAM, "orchestrator")).isEmpty();
  }

  @Test
  void whatOthersStandOnIsMergedFirst() {
    assertThat(MergeOrder.of(TEAM))
        .containsExactly("orchestrator", "project-manager", "devops", "backend", "frontend");
    Team ring =
        new Team(
            "x",
            List.of(
                role("a", false, List.of(), List.of("b")),
                role("b", false, List.of(), List.of("a", "nobody"))));
    assertThat(MergeOrder.of(ring)).containsExactly("b", "a");
  }

  @Test
  void theSubjectSaysWhoAuthorizesAndBySomeTime() {
    assertThat(asked("backend", null, "Deploy to PRODUCTION?"))
        .isEqualTo(new Asked("project-manager", Duration.ofMinutes(30)));
    assertThat(asked("backend", null, "schema change"))
        .isEqualTo(new Asked("orchestrator", Duration.ofMinutes(60)));
    assertThat(asked("backend", null, "a security exception").within()).hasMinutes(45);
    assertThat(asked("backend", "devops", "whatever"))
        .isEqualTo(new Asked("devops", Duration.ofMinutes(30)));
    assertThat(asked("orchestrator", "nobody", "x").role()).isEqualTo("person");
    assertThat(asked("project-manager", null, "deploy to production").role())
        .isEqualTo("orchestrator");
  }

  @Test
  void waitsDoubleUpToTheLongest() {
    Duration first = Duration.ofSeconds(30);
    Duration longest = Duration.ofMinutes(10);
    assertThat(Backoff.wait(first, longest, 1)).hasSeconds(30);
    assertThat(Backoff.wait(first, longest, 4)).hasSeconds(240);
    assertThat(Backoff.wait(first, longest, 500)).isEqualTo(longest);
  }

  @Test
  void aLimitIsTriedAfterItsResetOrWithLongerAndLongerWaits() {
    Instant reset = NOW.plusSeconds(600);
    assertThat(LimitRules.nextTry(NOW, reset, 0, SETTINGS)).isEqualTo(reset.plusSeconds(120));
    assertThat(LimitRules.nextTry(NOW, null, 0, SETTINGS)).isEqualTo(NOW.plusSeconds(300));
    assertThat(LimitRules.nextTry(NOW, null, 2, SETTINGS)).isEqualTo(NOW.plusSeconds(1_200));
    assertThat(LimitRules.nextTry(NOW, null, 99, SETTINGS)).isEqualTo(NOW.plusSeconds(7_200));
    Instant past = NOW.minusSeconds(600);
    assertThat(LimitRules.nextTry(NOW, past, 0, SETTINGS)).isEqualTo(NOW.plusSeconds(300));
    assertThat(LimitRules.expectedEnd(NOW, null, SETTINGS)).isEqualTo(NOW.plusSeconds(18_000));
  }

  @Test
  void moreTimeIsGivenOnlyWhileThereIsProgress() {
    Instant recent = NOW.minusSeconds(600);
    assertThat(CeilingRules.extend(NOW, 0, recent, SETTINGS)).isTrue();
    assertThat(CeilingRules.extend(NOW, 0, null, SETTINGS)).isFalse();
    assertThat(CeilingRules.extend(NOW, 0, NOW.minusSeconds(1_801), SETTINGS)).isFalse();
    assertThat(CeilingRules.extend(NOW, 1, NOW.minusSeconds(1_000), SETTINGS)).isFalse();
    assertThat(CeilingRules.extend(NOW, 3, recent, SETTINGS)).isFalse();
  }

  @Test
  void beingStuckIsToldInThreeSteps() {
    Duration half = Duration.ofMinutes(30);
    assertThat(StuckRules.next(0, false)).isEqualTo(Step.ASK_AGENT);
    assertThat(StuckRules.next(2, false)).isEqualTo(Step.TELL_PERSON);
    assertThat(StuckRules.next(2, true)).isEqualTo(Step.TELL_LEAD);
    assertThat(StuckRules.next(3, true)).isEqualTo(Step.TELL_PERSON);
    assertThat(StuckRules.due(NOW, half, 0, false)).isEqualTo(NOW.plusSeconds(1_800));
    assertThat(StuckRules.due(NOW, half, 3, false)).isNull();
    assertThat(StuckRules.due(NOW, half, 3, true)).isEqualTo(NOW.plusSeconds(1_800));
    assertThat(StuckRules.due(NOW, half, 4, true)).isNull();
  }

  @Test
  void evidenceNamesWhatEachStillOwes() {
    WorktreeState clean = state("a", true, List.of());
    WorktreeState dirty = state("b", true, List.of("x.txt", "y.txt"));
    WorktreeState gone = state("c", false, List.of());
    Authorization open = new Authorization("1", "b", "lead", "deploy", NOW, NOW);
    assertThat(CompletionEvidence.missing(List.of(clean), List.of())).isEmpty();
    assertThat(CompletionEvidence.missing(List.of(clean, dirty, gone), List.of(open)))
        .containsOnlyKeys("b", "c")
        .hasEntrySatisfying("b", lines -> assertThat(lines).hasSize(2));
  }

  @Test
  void idsAreShortenedAndStayDifferent() {
    String id = "i".repeat(95);
    assertThat(DerivedIds.under("a", "b")).isEqualTo("a/b");
    assertThat(DerivedIds.under(id, "developer"))
        .hasSize(100)
        .isNotEqualTo(DerivedIds.under(id, "tester"));
  }

  private static Asked asked(String asker, String named, String text) {
    return AuthorizationRules.asked(TEAM, asker, named, text);
  }

  private static WorktreeState state(String role, boolean present, List<String> dirty) {
    return new WorktreeState(role, "/w/" + role, role, "h", present, dirty, 0, 0);
  }

  private static Role role(String name, boolean leads, List<String> talks, List<String> waits) {
    return new Role(name, "x", leads, 0, name + "/", talks, waits, Program.of("scripted"));
  }
}
