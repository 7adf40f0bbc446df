package dev.orc.activities.plan.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to do about text that is no JSON, from what the parser says of it. Stateless. */
final class JsonRemedy {
  private static final Map<String, String> REMEDIES = new LinkedHashMap<>();

  static {
    REMEDIES.put("end-of-input", "close every { with }, every [ with ] and every \" with \"");
    REMEDIES.put("was expecting comma", "put a comma between the two");
    REMEDIES.put("was expecting a colon", "put a colon between the key and its value");
    REMEDIES.put("Unexpected character ('/'", "take the comment out: JSON has none");
    REMEDIES.put("Unexpected character ('#'", "take the comment out: JSON has none");
    REMEDIES.put("Unexpected character ('''", "write \" instead of '");
    REMEDIES.put(
        "Unexpected character ('}'", "take out the comma before it, or add what is missing");
    REMEDIES.put(
        "Unexpected character (']'", "take out the comma before it, or add what is missing");
    REMEDIES.put("Unexpected close marker", "close every bracket with its own kind");
    REMEDIES.put("double-quote to start field name", "write every key in double quotes");
    REMEDIES.put(
        "Unrecognized token", "write texts in double quotes; only true, false, null go without");
    REMEDIES.put("Unrecognized character escape", "write a backslash as \\\\");
    REMEDIES.put("Illegal unquoted character", "close the text with \" on its own line");
    REMEDIES.put("nesting depth", "a map has no more than four brackets within each other");
    REMEDIES.put("numeric value", "write an ordinary whole number");
  }

  private JsonRemedy() {}

  static String of(String said) {
    return REMEDIES.entrySet().stream()
        .filter(remedy -> said.contains(remedy.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("write it as docs/specs.md shows");
  }
}
