package dev.orc.worker.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.orc.activities.failure.Refusal;
import dev.orc.worker.seal.KeyFile;
import dev.orc.worker.seal.NotSealed;
import dev.orc.worker.seal.Seal;
import dev.orc.worker.seal.UnknownKey;
import dev.orc.worker.ui.DecodedPayloads;
import dev.orc.workflows.model.HostFolders;

/** Reads what is sealed, for the {@code temporal} program of its owner. Thread-safe. */
final class CodecResource {
  private final DecodedPayloads decoded;

  CodecResource(HostFolders folders) {
    this.decoded = new DecodedPayloads(new Seal(new KeyFile(folders), true));
  }

  void routes(Router router) {
    router.look("/codec/decode", this::decode);
  }

  private ApiAnswer decode(ApiRequest call) {
    try {
      String shown = decoded.decoded(call.body(JsonNode.class).toString());
      return ApiAnswer.text("application/json", shown);
    } catch (NotSealed | UnknownKey no) {
      throw refused(no.getMessage());
    } catch (InvalidProtocolBufferException noPayloads) {
      throw refused("the request holds no payloads");
    }
  }

  private static Refusal refused(String why) {
    return new Refusal(Refusal.Kind.USAGE, why, "'orc key show' lists the keys of this host");
  }
}
