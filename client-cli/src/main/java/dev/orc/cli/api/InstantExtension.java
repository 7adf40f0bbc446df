package dev.orc.cli.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JacksonJrExtension;
import com.fasterxml.jackson.jr.ob.api.ExtensionContext;
import com.fasterxml.jackson.jr.ob.api.ReaderWriterProvider;
import com.fasterxml.jackson.jr.ob.api.ValueWriter;
import com.fasterxml.jackson.jr.ob.impl.JSONWriter;
import java.io.IOException;
import java.time.Instant;

/** Teaches the JSON writer times, ISO-8601 in UTC. Immutable. */
final class InstantExtension extends JacksonJrExtension {
  @Override
  protected void register(ExtensionContext context) {
    context.insertProvider(
        new ReaderWriterProvider() {
          @Override
          public ValueWriter findValueWriter(JSONWriter writeContext, Class<?> type) {
            return type == Instant.class ? new InstantWriter() : null;
          }
        });
  }

  private static final class InstantWriter implements ValueWriter {
    @Override
    public void writeValue(JSONWriter context, JsonGenerator generator, Object value)
        throws IOException {
      generator.writeString(value.toString());
    }

    @Override
    public Class<?> valueType() {
      return Instant.class;
    }
  }
}
