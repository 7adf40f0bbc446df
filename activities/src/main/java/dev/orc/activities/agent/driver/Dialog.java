package dev.orc.activities.agent.driver;

import java.util.List;

/**
 * A question on the screen.
 *
 * @param kind what the driver file says of it; null when it knows nothing of this one
 * @param words what is asked, with the choices, as the program says it
 * @param options the choices, from the top down
 * @param marked which of them the mark is on; -1 when none is to be seen
 */
record Dialog(DriverFile.Dialog kind, String words, List<String> options, int marked) {
  Dialog {
    options = List.copyOf(options);
  }
}
