package dev.orc.worker.ui;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.orc.worker.seal.Seal;
import dev.orc.workflows.OrcDataConverter;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import java.util.List;

/** Temporal's remote codec, as far as its owner needs it: what is sealed is read. Thread-safe. */
public final class DecodedPayloads {
  private final Seal seal;

  public DecodedPayloads(Seal seal) {
    this.seal = seal;
  }

  /** The payloads of a request, in JSON, as they were before they were sealed. */
  public String decoded(String request) throws InvalidProtocolBufferException {
    Payloads.Builder asked = Payloads.newBuilder();
    JsonFormat.parser().ignoringUnknownFields().merge(request, asked);
    List<Payload> shown = asked.getPayloadsList().stream().map(seal::shown).toList();
    return JsonFormat.printer()
        .print(Payloads.newBuilder().addAllPayloads(OrcDataConverter.unpacked(shown)).build());
  }
}
