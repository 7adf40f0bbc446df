package dev.orc.activities.plan.detect;

import java.util.regex.Pattern;

/**
 * A pattern for paths below a project. Without a slash it is about a file's name, with one about
 * the end of its path: {@code dags/*.py} is also true of {@code etl/dags/load.py}. Case is ignored.
 */
public final class PathPattern {
  private final String glob;
  private final Pattern pattern;
  private final boolean ofName;

  PathPattern(String glob) {
    this.glob = glob;
    this.ofName = glob.indexOf('/') < 0;
    String before = ofName ? "" : "(?:.*/)?";
    this.pattern = Pattern.compile(before + expression(glob), Pattern.CASE_INSENSITIVE);
  }

  /** As it was written. */
  String glob() {
    return glob;
  }

  boolean matches(String path) {
    String seen = ofName ? path.substring(path.lastIndexOf('/') + 1) : path;
    return pattern.matcher(seen).matches();
  }

  private static String expression(String glob) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char letter = glob.charAt(i);
      switch (letter) {
        case '*' -> {
          boolean deep = glob.startsWith("**", i);
          expression.append(deep ? ".*" : "[^/]*");
          i += deep ? 1 : 0;
        }
        case '{' -> expression.append("(?:");
        case '}' -> expression.append(')');
        case ',' -> expression.append('|');
        default -> expression.append(Pattern.quote(String.valueOf(letter)));
      }
    }
    return expression.toString();
  }
}
