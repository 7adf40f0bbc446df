package dev.orc.worker.process;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON of files and of the API: times as ISO-8601. The mappers are thread-safe. */
public final class Json {
  private static final ObjectMapper LENIENT = dev.orc.activities.json.HostJson.MAPPER;
  private static final ObjectMapper STRICT =
      LENIENT
          .copy()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** For what we wrote ourselves: a field of a later version is skipped. */
  public static ObjectMapper lenient() {
    return LENIENT;
  }

  /** For what a caller wrote: a field that means nothing is an error. */
  public static ObjectMapper strict() {
    return STRICT;
  }
}
