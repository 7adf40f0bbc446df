package dev.orc.cli.command;

import java.util.List;

/** Something that can not be done as asked: what is wrong, what to do, and the exit code. */
public class Failure extends RuntimeException {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int NOT_FOUND = 3;
  public static final int NO_SERVER = 4;
  public static final int REFUSED = 5;

  /** What a shell says of a program that Ctrl-C ended. */
  public static final int INTERRUPTED = 130;

  private static final long serialVersionUID = 1L;

  private final int exit;
  private final String remedy;
  private final transient List<String> more;

  public Failure(int exit, String what, String remedy) {
    this(exit, what, remedy, List.of());
  }

  /**
   * @param more what is wrong besides, one line each
   */
  public Failure(int exit, String what, String remedy, List<String> more) {
    super(what);
    this.exit = exit;
    this.remedy = remedy;
    this.more = List.copyOf(more);
  }

  public static Failure failed(String what, String remedy) {
    return new Failure(FAILED, what, remedy);
  }

  public static Failure usage(String what, String remedy) {
    return new Failure(USAGE, what, remedy);
  }

  public static Failure notFound(String what, String remedy) {
    return new Failure(NOT_FOUND, what, remedy);
  }

  public int exit() {
    return exit;
  }

  public String remedy() {
    return remedy;
  }

  public List<String> more() {
    return more;
  }
}
