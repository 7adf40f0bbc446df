package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
  @Test
  void aRoleIsAddedRemovedAndTakenBack() throws Exception {
    try (Flow flow = Flow.working()) {
      Role devops = Flow.role("devops", false, List.of(), List.of());
      flow.orc.addRoles(new RolesRequest(flow.id(), "person", List.of(devops)));
      flow.awaitText("devops", "/briefs/devops-1.md");
      flow.host.agent("devops", agent -> agent.condition = dev.orc.workflows.model.Condition.BUSY);
      flow.send("person", "devops", "for nobody");

      String note =
          flow.orc.removeRole(new RoleRequest(flow.id(), "person", "devops", null)).note();
      assertThat(note).contains("worktree stays");
      flow.await("dismissed", () -> flow.host.see(h -> h.dismissed.size()) == 1);
      assertThat(flow.status().agents()).extracting(AgentStatus::role).doesNotContain("devops");

      flow.orc.addRoles(new RolesRequest(flow.id(), "person", List.of(devops)));
      flow.awaitText("devops", "/briefs/devops-2.md");
      assertThat(flow.host.textsTo("devops")).doesNotContain("for nobody");
    }
  }

  @Test
  void whoIsRebriefedGetsItsBriefAgain() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs/developer-1.md");
      flow.orc.rebrief(new RoleRequest(flow.id(), "person", Message.ALL, null));
      flow.await("both again", () -> rebriefs(flow, "developer") + rebriefs(flow, "tester") == 2);
    }
  }

  @Test
  void whilePausedOnlyUrgentMailIsBrought() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.orc.pause(flow.request("lunch"));
      assertThat(flow.orc.pause(flow.request(null)).note()).contains("already");
      flow.send("person", "developer", "ordinary");
      flow.orc.send(
          Message.of(MessageKind.WARNING, flow.id(), "person", "developer", "urgent", flow.now()));
      flow.awaitText("developer", "urgent");
      flow.pass(Duration.ofMinutes(5));
      assertThat(flow.host.textsTo("developer")).doesNotContain("ordinary");
      assertThat(flow.status().conditions()).containsExactly("paused");
      flow.orc.resume(flow.request(null));
      flow.awaitText("developer", "ordinary");
      assertThat(flow.orc.resume(flow.request(null)).note()).isEqualTo("nothing was paused");
      assertThat(flow.timeline()).doesNotContain("work goes on");
    }
  }

  private static long rebriefs(Flow flow, String role) {
    return flow.host.mailOf(role).stream()
        .filter(mail -> mail.kind() == MessageKind.REBRIEF)
        .count();
  }
}
