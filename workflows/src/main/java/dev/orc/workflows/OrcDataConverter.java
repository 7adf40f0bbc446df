package dev.orc.workflows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.List;

/**
 * How everything of {@code orc} is written into payloads: JSON that tolerates newer fields,
 * compressed where it is large.
 */
public final class OrcDataConverter {
  private OrcDataConverter() {}

  /** The converter for every client, worker and test. */
  public static DataConverter create() {
    DataConverter json =
        DefaultDataConverter.newDefaultInstance()
            .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()));
    return new CodecDataConverter(json, List.of(new Compression()));
  }

  /** The mapper inside it. */
  public static ObjectMapper mapper() {
    return JacksonJsonPayloadConverter.newDefaultObjectMapper()
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  }
}
