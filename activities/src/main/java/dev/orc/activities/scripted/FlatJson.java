package dev.orc.activities.scripted;

/**
 * Writes flat JSON objects; no library, so that five hundred agents stay small. Not thread-safe.
 */
final class FlatJson {
  private final StringBuilder text = new StringBuilder("{");

  FlatJson put(String name, String value) {
    key(name);
    if (value == null) {
      text.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  /** Puts a number, a boolean or JSON that is ready. */
  FlatJson putRaw(String name, String value) {
    key(name);
    text.append(value);
    return this;
  }

  @Override
  public String toString() {
    return text + "}";
  }

  private void key(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.ensureCapacity(text.length() + value.length() + 16);
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c == '\n') {
        text.append("\\n");
      } else if (c < ' ') {
        text.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c % 16, 16));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
