package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.orc.activities.failure.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads driver files; every fault is refused with file and line. Thread-safe. */
final class DriverFileReader {
  private static final String REMEDY = "correct the file; docs/drivers.md lists every key";

  private final YAMLMapper mapper =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Pattern.class, new PatternReader())
                  .addDeserializer(Duration.class, new DurationReader()))
          .build();

  /**
   * @param place what faults are reported under
   */
  DriverFile read(String place, String yaml) {
    try {
      if (mapper.readTree(yaml).isMissingNode()) {
        throw refusal(place + ":1: the file is empty");
      }
      return mapper.readValue(yaml, DriverFile.class);
    } catch (JsonProcessingException e) {
      throw refusal(place + ":" + line(e, yaml) + ": " + fault(e));
    }
  }

  static Refusal refusal(String what) {
    return new Refusal(Refusal.Kind.USAGE, what, REMEDY);
  }

  private int line(JsonProcessingException e, String yaml) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return LineIndex.of(mapper, yaml).line(path(mapping));
    }
    JsonLocation location = e.getLocation();
    return location == null ? 1 : location.getLineNr();
  }

  private static String fault(JsonProcessingException e) {
    String where = e instanceof JsonMappingException mapping ? path(mapping) : "";
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key '" + where + "'; known here: " + unknown.getKnownPropertyIds();
    }
    String why = e.getCause() != null ? e.getCause().getMessage() : e.getOriginalMessage();
    String firstLine = why.lines().findFirst().orElse("unreadable");
    return where.isEmpty() ? firstLine : where + ": " + firstLine;
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex() + 1).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static final class PatternReader extends StdDeserializer<Pattern> {
    private static final long serialVersionUID = 1L;

    PatternReader() {
      super(Pattern.class);
    }

    @Override
    public Pattern deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        String given = parser.getValueAsString("");
        return Pattern.compile(given.replace("{when}", ResetTime.form()));
      } catch (PatternSyntaxException e) {
        String fault = "not a regular expression: " + e.getDescription();
        throw JsonMappingException.from(parser, fault + " in " + e.getPattern());
      }
    }
  }

  /** Reads {@code 150ms}, {@code 2s}, {@code 5h}, {@code 7d}. */
  private static final class DurationReader extends StdDeserializer<Duration> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    DurationReader() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getValueAsString("");
      var form = FORM.matcher(text);
      if (!form.matches()) {
        throw JsonMappingException.from(
            parser, "'" + text + "' is no duration; write 150ms, 2s, 5m, 5h or 7d");
      }
      long count = Long.parseLong(form.group(1));
      return switch (form.group(2)) {
        case "ms" -> Duration.ofMillis(count);
        case "s" -> Duration.ofSeconds(count);
        case "m" -> Duration.ofMinutes(count);
        case "h" -> Duration.ofHours(count);
        default -> Duration.ofDays(count);
      };
    }
  }
}
