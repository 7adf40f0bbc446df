package dev.orc.cli.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.jr.ob.JacksonJrExtension;
import com.fasterxml.jackson.jr.ob.api.ExtensionContext;
import com.fasterxml.jackson.jr.ob.api.ReaderWriterProvider;
import com.fasterxml.jackson.jr.ob.api.ValueReader;
import com.fasterxml.jackson.jr.ob.api.ValueWriter;
import com.fasterxml.jackson.jr.ob.impl.JSONReader;
import com.fasterxml.jackson.jr.ob.impl.JSONWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Teaches jackson-jr times, ISO-8601 in UTC. Immutable. */
final class InstantExtension extends JacksonJrExtension {
  @Override
  protected void register(ExtensionContext context) {
    context.insertProvider(
        new ReaderWriterProvider() {
          @Override
          public ValueReader findValueReader(JSONReader readContext, Class<?> type) {
            return type == Instant.class ? new InstantReader() : null;
          }

          @Override
          public ValueWriter findValueWriter(JSONWriter writeContext, Class<?> type) {
            return type == Instant.class ? new InstantWriter() : null;
          }
        });
  }

  private static final class InstantReader extends ValueReader {
    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Object read(JSONReader reader, JsonParser parser) throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        return null;
      }
      try {
        return Instant.parse(parser.getText());
      } catch (DateTimeParseException e) {
        throw new IOException("'" + parser.getText() + "' is no time", e);
      }
    }
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
