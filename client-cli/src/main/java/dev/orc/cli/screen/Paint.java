package dev.orc.cli.screen;

/** Colours where they are wanted. Immutable. */
public record Paint(boolean on) {
  public String bold(String text) {
    return with("1", text);
  }

  public String faint(String text) {
    return with("2", text);
  }

  public String red(String text) {
    return with("31", text);
  }

  public String green(String text) {
    return with("32", text);
  }

  public String yellow(String text) {
    return with("33", text);
  }

  public String cyan(String text) {
    return with("36", text);
  }

  /** An agent's state or a phase in the colour that tells how it is. */
  public String state(String state, String shown) {
    return switch (state) {
      case "ready", "done", "COMPLETED" -> green(shown);
      case "busy", "WORKING", "INTEGRATING" -> cyan(shown);
      case "asking", "limited", "restarting", "STOPPED" -> yellow(shown);
      case "gone", "FAILED" -> red(shown);
      default -> shown;
    };
  }

  private String with(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
