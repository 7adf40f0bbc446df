package dev.orc.base.process;

/**
 * How a program ended.
 *
 * @param exit its exit status; meaningless when it was ended for its time
 * @param timedOut whether it was ended because its time was over
 * @param out the end of its output
 * @param err the end of its error output; empty when both went together
 */
public record Ended(int exit, boolean timedOut, String out, String err) {

  public boolean well() {
    return exit == 0 && !timedOut;
  }

  /** The first line that says something, errors first; for messages of one line. */
  public String firstLine() {
    return (err + "\n" + out)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("it said nothing and ended with " + exit);
  }
}
