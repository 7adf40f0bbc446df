package dev.orc.worker;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.temporal.common.converter.JacksonJsonPayloadConverter;

/** The JSON of files and of the API: times as ISO-8601. The mappers are thread-safe. */
public final class Json {
  private static final ObjectMapper LENIENT = mapper(false);
  private static final ObjectMapper STRICT = mapper(true);

  private Json() {}

  /** For what we wrote ourselves: a field of a later version is skipped. */
  public static ObjectMapper lenient() {
    return LENIENT;
  }

  /** For what a caller wrote: a field that means nothing is an error. */
  public static ObjectMapper strict() {
    return STRICT;
  }

  private static ObjectMapper mapper(boolean strict) {
    return JacksonJsonPayloadConverter.newDefaultObjectMapper()
        .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
        .configure(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, false)
        .configure(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE, false)
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
        .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, strict);
  }
}
