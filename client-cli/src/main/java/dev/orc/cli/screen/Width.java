package dev.orc.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** How many columns a text takes on a terminal: wide characters count two, marks none. */
public final class Width {
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x231a, 0x231b},
    {0x2329, 0x232a},
    {0x23e9, 0x23ec},
    {0x23f0, 0x23f0},
    {0x23f3, 0x23f3},
    {0x25fd, 0x25fe},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x267f, 0x267f},
    {0x2693, 0x2693},
    {0x26a1, 0x26a1},
    {0x26aa, 0x26ab},
    {0x26bd, 0x26be},
    {0x26c4, 0x26c5},
    {0x26ce, 0x26ce},
    {0x26d4, 0x26d4},
    {0x26ea, 0x26ea},
    {0x26f2, 0x26f3},
    {0x26f5, 0x26f5},
    {0x26fa, 0x26fa},
    {0x26fd, 0x26fd},
    {0x2705, 0x2705},
    {0x270a, 0x270b},
    {0x2728, 0x2728},
    {0x274c, 0x274c},
    {0x274e, 0x274e},
    {0x2753, 0x2755},
    {0x2757, 0x2757},
    {0x2795, 0x2797},
    {0x27b0, 0x27b0},
    {0x27bf, 0x27bf},
    {0x2b1b, 0x2b1c},
    {0x2b50, 0x2b50},
    {0x2b55, 0x2b55},
    {0x2e80, 0x303e},
    {0x3041, 0xa4cf},
    {0xa960, 0xa97c},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f004, 0x1f004},
    {0x1f0cf, 0x1f0cf},
    {0x1f18e, 0x1f18e},
    {0x1f191, 0x1f19a},
    {0x1f200, 0x1f320},
    {0x1f32d, 0x1f335},
    {0x1f337, 0x1f37c},
    {0x1f37e, 0x1f393},
    {0x1f3a0, 0x1f3ca},
    {0x1f3cf, 0x1f3d3},
    {0x1f3e0, 0x1f3f0},
    {0x1f3f4, 0x1f3f4},
    {0x1f3f8, 0x1f43e},
    {0x1f440, 0x1f440},
    {0x1f442, 0x1f4fc},
    {0x1f4ff, 0x1f53d},
    {0x1f54b, 0x1f54e},
    {0x1f550, 0x1f567},
    {0x1f57a, 0x1f57a},
    {0x1f595, 0x1f596},
    {0x1f5a4, 0x1f5a4},
    {0x1f5fb, 0x1f64f},
    {0x1f680, 0x1f6c5},
    {0x1f6cc, 0x1f6cc},
    {0x1f6d0, 0x1f6d2},
    {0x1f6d5, 0x1f6d7},
    {0x1f6dc, 0x1f6df},
    {0x1f6eb, 0x1f6ec},
    {0x1f6f4, 0x1f6fc},
    {0x1f7e0, 0x1f7eb},
    {0x1f7f0, 0x1f7f0},
    {0x1f90c, 0x1f93a},
    {0x1f93c, 0x1f945},
    {0x1f947, 0x1f9ff},
    {0x1fa70, 0x1faff},
    {0x20000, 0x3fffd}
  };
  private static final int FIRST_WIDE = 0x1100;

  private Width() {}

  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text.codePointAt(i));
    }
    return width;
  }

  /** The text cut to a width, its last column an ellipsis when something was cut off. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (width + of(point) > columns - 1) {
        break;
      }
      width += of(point);
      cut.appendCodePoint(point);
      i += Character.charCount(point);
    }
    return columns > 0 ? cut.append('…').toString() : "";
  }

  /** The text's end within a width, its first column an ellipsis when something was cut off. */
  public static String cutBefore(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int from = text.length();
    int width = 0;
    while (from > 0 && width + of(text.codePointBefore(from)) <= columns - 1) {
      int point = text.codePointBefore(from);
      width += of(point);
      from -= Character.charCount(point);
    }
    return columns > 0 ? "…" + text.substring(from) : "";
  }

  /** The text broken between words into lines within a width; a longer word is broken, too. */
  public static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String word : text.strip().split(" +", -1)) {
      String rest = word;
      while (of(rest) > columns) {
        if (width > 0) {
          lines.add(line.toString());
          line.setLength(0);
          width = 0;
        }
        String cut = cut(rest, columns + 1);
        String head = cut.substring(0, cut.length() - 1);
        lines.add(head);
        rest = rest.substring(head.length());
      }
      if (width > 0 && width + 1 + of(rest) > columns) {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      }
      line.append(width > 0 ? " " : "").append(rest);
      width += of(rest) + (width > 0 ? 1 : 0);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text followed by blanks up to a width. */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return point >= FIRST_WIDE && wide(point) ? 2 : 1;
  }

  private static boolean wide(int point) {
    int low = 0;
    int high = WIDE.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (point < WIDE[middle][0]) {
        high = middle - 1;
      } else if (point > WIDE[middle][1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
