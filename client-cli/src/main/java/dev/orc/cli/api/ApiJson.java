package dev.orc.cli.api;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads and writes the model's records. Thread-safe. */
public final class ApiJson {
  private static final JSON MAPPER =
      JSON.builder()
          .register(new PlainExtension())
          .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
          .disable(JSON.Feature.FORCE_REFLECTION_ACCESS)
          .build();

  private ApiJson() {}

  public static <T> T read(Class<T> type, byte[] json) throws IOException {
    return Records.make(type, MAPPER.anyFrom(json));
  }

  /** An object of which only a few fields matter. */
  public static Map<String, Object> readMap(byte[] json) throws IOException {
    return MAPPER.mapFrom(json);
  }

  public static <T> List<T> readList(Class<T> type, byte[] json) throws IOException {
    Object tree = MAPPER.anyFrom(json);
    if (!(tree instanceof List<?> items)) {
      throw new IOException("no list");
    }
    List<T> list = new ArrayList<>();
    for (Object item : items) {
      list.add(Records.make(type, item));
    }
    return list;
  }

  /** For people and their scripts: indented, and free of characters that steer a terminal. */
  public static String text(Object records) {
    try {
      return visible(MAPPER.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(records));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot write " + records.getClass() + " as JSON", e);
    }
  }

  /** As {@link #text}, on one line. */
  public static String line(Object record) {
    return visible(new String(write(record), StandardCharsets.UTF_8));
  }

  public static byte[] write(Object record) {
    try {
      return MAPPER.asBytes(record);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot write " + record.getClass() + " as JSON", e);
    }
  }

  /** JSON escapes the older control characters by itself; these are the others. */
  private static String visible(String json) {
    StringBuilder visible = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= 0x7f && c < 0xa0) {
        visible.append("\\u00").append(Integer.toHexString(c));
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
  }
}
