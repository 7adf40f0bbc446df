package dev.orc.cli.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JacksonJrExtension;
import com.fasterxml.jackson.jr.ob.api.ExtensionContext;
import com.fasterxml.jackson.jr.ob.api.ReaderWriterProvider;
import com.fasterxml.jackson.jr.ob.api.ValueWriter;
import com.fasterxml.jackson.jr.ob.impl.JSONWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Teaches the JSON writer moments and times between them, as ISO-8601 has them. Immutable. */
final class TimeExtension extends JacksonJrExtension {
  @Override
  protected void register(ExtensionContext context) {
    context.insertProvider(
        new ReaderWriterProvider() {
          @Override
          public ValueWriter findValueWriter(JSONWriter writeContext, Class<?> type) {
            return type == Instant.class || type == Duration.class ? new TimeWriter(type) : null;
          }
        });
  }

  private record TimeWriter(Class<?> type) implements ValueWriter {
    @Override
    public void writeValue(JSONWriter context, JsonGenerator generator, Object value)
        throws IOException {
      generator.writeString(value.toString());
    }

    @Override
    public Class<?> valueType() {
      return type;
    }
  }
}
