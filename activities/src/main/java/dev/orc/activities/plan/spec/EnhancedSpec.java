package dev.orc.activities.plan.spec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A spec with findings of earlier tries before it: the findings, a line, the original document as
 * it was. Whatever reads the spec's sections reads the original alone.
 *
 * @param name the original's file name; null when the text is no enhanced spec
 * @param original the original document
 */
public record EnhancedSpec(String name, String original) {
  /** A longer document is no spec. */
  public static final int LARGEST = SpecText.LARGEST;

  private static final String BEFORE = "==== orc: the original spec ";
  private static final String AFTER = ", unchanged, from here to the end ====";
  private static final Pattern LINE =
      Pattern.compile("(?m)^" + Pattern.quote(BEFORE) + "(.*)" + Pattern.quote(AFTER) + "\n?");
  private static final String MARK = "\uFEFF";

  /** The parts of a text with plain newlines. */
  public static EnhancedSpec of(String text) {
    Matcher line = LINE.matcher(text);
    String name = null;
    int from = 0;
    while (line.find()) {
      name = line.group(1);
      from = line.end();
    }
    String original = text.substring(from);
    return new EnhancedSpec(
        name, name != null && original.startsWith(MARK) ? original.substring(1) : original);
  }

  /**
   * The findings, the line and the original's own bytes, all in the original's encoding. An
   * original that is an enhanced spec itself gives its own original: findings never pile up.
   *
   * @param name the original's file name
   */
  public static byte[] joined(String findings, String name, byte[] original) {
    Charset encoding = encoding(original);
    byte[] own = own(original, encoding);
    String line = BEFORE + name.replaceAll("\\p{Cntrl}", " ") + AFTER;
    String mark = encoding.equals(StandardCharsets.UTF_8) ? "" : MARK;
    byte[] head = (mark + findings.stripTrailing() + "\n\n" + line + "\n").getBytes(encoding);
    byte[] whole = Arrays.copyOf(head, head.length + own.length);
    System.arraycopy(own, 0, whole, head.length, own.length);
    return whole;
  }

  private static byte[] own(byte[] bytes, Charset encoding) {
    byte[] after = (AFTER + "\n").getBytes(encoding);
    int last = last(bytes, after);
    boolean enhanced = last >= 0 && last(bytes, BEFORE.getBytes(encoding)) >= 0;
    return enhanced ? Arrays.copyOfRange(bytes, last + after.length, bytes.length) : bytes;
  }

  private static int last(byte[] bytes, byte[] sought) {
    for (int at = bytes.length - sought.length; at >= 0; at--) {
      if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
        return at;
      }
    }
    return -1;
  }

  private static Charset encoding(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return switch (mark) {
      case 0xFEFF -> StandardCharsets.UTF_16BE;
      case 0xFFFE -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }
}
