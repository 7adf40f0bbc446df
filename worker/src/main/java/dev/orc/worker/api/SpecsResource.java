package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.host.HostServices;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.LedRequest;
import dev.orc.workflows.model.SpecsRequest;

/** What specs there are on this host, and what is wrong with them. Thread-safe. */
final class SpecsResource {
  private final HostServices host;

  SpecsResource(HostServices host) {
    this.host = host;
  }

  void routes(Router router) {
    router.post("/v1/specs/check", this::check);
    router.post("/v1/specs/draft", this::draft);
    router.post("/v1/specs/led", this::led);
  }

  private ApiAnswer draft(ApiRequest call) {
    DraftRequest asked = call.body(DraftRequest.class);
    if ((asked.directory() == null) == (asked.name() == null)) {
      throw new Refusal(
          Refusal.Kind.USAGE, "a draft is for a directory or for a name", "send one of the two");
    }
    return ApiAnswer.ok(host.draft(asked));
  }

  private ApiAnswer led(ApiRequest call) {
    LedRequest asked = call.body(LedRequest.class);
    if (asked.spec() == null || asked.from() == null) {
      throw new Refusal(
          Refusal.Kind.USAGE, "a spec and a phase are needed", "send 'spec' and 'from'");
    }
    return ApiAnswer.ok(host.led(asked));
  }

  private ApiAnswer check(ApiRequest call) {
    return ApiAnswer.ok(host.specs(call.body(SpecsRequest.class)));
  }
}
