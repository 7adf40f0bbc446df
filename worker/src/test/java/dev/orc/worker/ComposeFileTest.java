package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compose file, as far as it can be judged without an engine. */
class ComposeFileTest {
  private JsonNode compose;

  @BeforeEach
  void read() throws IOException {
    Path file = Path.of("docker-compose.temporal.yml");
    Path found = Files.exists(file) ? file : Path.of("..").resolve(file);
    compose = new YAMLMapper().readTree(found.toFile());
  }

  @Test
  void everyPortIsBoundToLoopback() {
    int ports = 0;
    for (Map.Entry<String, JsonNode> service : compose.get("services").properties()) {
      for (JsonNode port : service.getValue().path("ports")) {
        assertThat(port.asText()).as(service.getKey()).startsWith("127.0.0.1:");
        ports++;
      }
    }
    assertThat(ports).isEqualTo(2);
    assertThat(compose.at("/services/postgresql/ports").isMissingNode()).isTrue();
  }

  @Test
  void everyImageIsPinned() {
    for (Map.Entry<String, JsonNode> service : compose.get("services").properties()) {
      assertThat(service.getValue().get("image").asText())
          .as(service.getKey())
          .matches("[a-z/-]+:[0-9][0-9.]*");
    }
  }

  @Test
  void dataLivesInANamedVolume() {
    assertThat(compose.at("/volumes/orc-temporal-postgresql/name").asText()).isNotEmpty();
    for (JsonNode volume : compose.at("/services/postgresql/volumes")) {
      String name = volume.asText().split(":", 2)[0];
      assertThat(compose.get("volumes").has(name)).as(name).isTrue();
    }
  }

  @Test
  void whatIsAwaitedIsThereAndCanTellThatItIsWell() {
    JsonNode services = compose.get("services");
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      for (Map.Entry<String, JsonNode> awaited :
          service.getValue().path("depends_on").properties()) {
        JsonNode other = services.path(awaited.getKey());
        assertThat(other.isMissingNode()).as(awaited.getKey()).isFalse();
        if (awaited.getValue().get("condition").asText().equals("service_healthy")) {
          assertThat(other.has("healthcheck")).as(awaited.getKey()).isTrue();
        }
      }
    }
  }

  @Test
  void noPasswordIsWrittenDown() {
    assertThat(compose.at("/services/postgresql/environment/POSTGRES_PASSWORD").asText())
        .startsWith("${ORC_TEMPORAL_DB_PASSWORD:?");
  }
}
