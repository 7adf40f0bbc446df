package dev.orc.activities.yaml;

import java.nio.file.Path;

/**
 * Something wrong in a configuration file.
 *
 * @param line counts from 1
 * @param what what is wrong
 * @param right what would be right
 */
public record Fault(Path file, int line, String what, String right) {
  /** One line: what a file holds can be quoted in it, control characters and all. */
  @Override
  public String toString() {
    return (file + ":" + line + ": " + what + "; " + right).replaceAll("\\p{Cntrl}+", " ");
  }
}
