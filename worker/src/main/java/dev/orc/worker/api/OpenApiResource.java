package dev.orc.worker.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.worker.process.Json;
import dev.orc.worker.process.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The API's own description, for machines. Thread-safe. */
final class OpenApiResource {
  private final ObjectNode document = read();

  void routes(Router router) {
    router.get("/v1/openapi.json", call -> ApiAnswer.ok(document));
  }

  /** The paths are written by hand; the schemas are those of the records themselves. */
  static ObjectNode read() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      ObjectNode document = (ObjectNode) Json.strict().readTree(in);
      ((ObjectNode) document.get("info")).put("version", Version.current());
      ((ObjectNode) document.get("components")).set("schemas", new Schemas().all());
      return document;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
