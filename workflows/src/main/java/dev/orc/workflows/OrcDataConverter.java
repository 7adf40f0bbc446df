package dev.orc.workflows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/**
 * How everything of {@code orc} is written into payloads: JSON that tolerates newer fields,
 * compressed where it is large.
 */
public final class OrcDataConverter {
  private OrcDataConverter() {}

  /** The converter for whatever needs no seal. */
  public static DataConverter create() {
    return new CodecDataConverter(json(), List.of(new Compression()));
  }

  /**
   * The converter for every client and worker: what is large is made small first, then all of it is
   * sealed, the words of failures too.
   */
  public static DataConverter sealed(PayloadCodec seal) {
    return new CodecDataConverter(json(), List.of(seal, new Compression()), true);
  }

  /** What was made small, as large as it was. */
  public static List<Payload> unpacked(List<Payload> payloads) {
    return new Compression().decode(payloads);
  }

  private static DataConverter json() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()));
  }

  /** The mapper inside it. */
  public static ObjectMapper mapper() {
    return JacksonJsonPayloadConverter.newDefaultObjectMapper()
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  }
}
