package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document says what the router serves, no more and no less. */
class OpenApiTest {
  private final ObjectNode document = OpenApiResource.read();

  @Test
  void itsPathsAreThoseOfTheRouter() {
    TreeSet<String> written = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    TreeSet<String> served = new TreeSet<>();
    for (Router.Route route : Routes.all().routes()) {
      served.add(route.method() + " " + route.template());
    }

    assertThat(written).isEqualTo(served);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    document.findValuesAsText("$ref").forEach(references::add);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    assertThat(document.at("/components/schemas/HostHealth/properties/temporalUi/type/1").asText())
        .as("what nobody has said is null")
        .isEqualTo("null");
    assertThat(document.at("/components/schemas/HostHealth/properties/pid/type").asText())
        .isEqualTo("integer");
    assertThat(document.at("/components/schemas/Message/properties/at/format").asText())
        .isEqualTo("date-time");
  }
}
