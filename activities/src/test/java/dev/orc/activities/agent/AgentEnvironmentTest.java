package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.host.session.AgentVariables;
import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentEnvironmentTest {
  @Test
  void whateverMakesAProgramAnAgentIsKnownAsSuch() {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", "/home/orc"));
    Map<String, String> environment =
        new AgentEnvironment(folders, Path.of("/opt/orc"), Map.of("LEVEL", "high"), "/bin")
            .of("shop", "developer", 1, Path.of("/spool"));
    assertThat(environment.keySet())
        .filteredOn(name -> name.startsWith("ORC_"))
        .hasSize(7)
        .allMatch(AgentVariables::isOne);
    assertThat(AgentVariables.isOne("LEVEL")).isFalse();
  }
}
