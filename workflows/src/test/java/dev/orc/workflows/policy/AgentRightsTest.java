package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.policy.AgentRights.Deed;
import org.junit.jupiter.api.Test;

class AgentRightsTest {
  @Test
  void anyAgentWritesToAnyProject() {
    assertThat(AgentRights.refusal(Deed.SEND, false, false)).isEmpty();
  }

  @Test
  void theRestIsForItsOwnProject() {
    for (Deed deed : new Deed[] {Deed.REPORT, Deed.CHECK_IN, Deed.AUTHORIZE}) {
      assertThat(AgentRights.refusal(deed, true, false)).isEmpty();
      assertThat(AgentRights.refusal(deed, false, true)).isPresent();
    }
  }

  @Test
  void aTeamIsItsLeads() {
    assertThat(AgentRights.refusal(Deed.CHANGE_TEAM, true, true)).isEmpty();
    assertThat(AgentRights.refusal(Deed.CHANGE_TEAM, true, false)).isPresent();
    assertThat(AgentRights.refusal(Deed.CHANGE_TEAM, false, true)).isPresent();
  }
}
