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

/**
 * Teaches the JSON writer what stands there as one plain text: moments and times between them, as
 * ISO-8601 has them, and words with a type of their own; and of records of several sorts which one
 * it is. Immutable.
 */
final class PlainExtension extends JacksonJrExtension {
  @Override
  protected void register(ExtensionContext context) {
    context.insertProvider(
        new ReaderWriterProvider() {
          @Override
          public ValueWriter findValueWriter(JSONWriter writeContext, Class<?> type) {
            boolean plain = type == Instant.class || type == Duration.class || Records.isWord(type);
            if (SortedRecords.isSort(type)) {
              return new SortWriter(type);
            }
            return plain ? new PlainWriter(type) : null;
          }
        });
  }

  private record SortWriter(Class<?> type) implements ValueWriter {
    @Override
    public void writeValue(JSONWriter context, JsonGenerator generator, Object value)
        throws IOException {
      context.writeValue(SortedRecords.tree(value));
    }

    @Override
    public Class<?> valueType() {
      return type;
    }
  }

  private record PlainWriter(Class<?> type) implements ValueWriter {
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
