package dev.orc.activities.failure;

/** Something that can not be done as asked: what is wrong and what to do, a line each. */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as the exit code that a command line answers with. */
  public enum Kind {
    FAILED(1),
    USAGE(2),
    NOT_FOUND(3),
    NO_SERVER(4),
    REFUSED(5);

    private final int exit;

    Kind(int exit) {
      this.exit = exit;
    }

    public int exit() {
      return exit;
    }
  }

  private final Kind kind;
  private final String remedy;

  public Refusal(Kind kind, String what, String remedy) {
    super(oneLine(what));
    this.kind = kind;
    this.remedy = oneLine(remedy);
  }

  /** A path in it may hold newlines and escapes; a terminal gets one clean line. */
  private static String oneLine(String text) {
    return text == null ? null : text.replaceAll("\\p{Cntrl}+", " ");
  }

  public Kind kind() {
    return kind;
  }

  public String remedy() {
    return remedy;
  }
}
