package dev.orc.cli.load;

import java.time.Instant;

/**
 * A message that was accepted.
 *
 * @param agent as {@code project:role}
 * @param number counts the messages to this agent
 * @param asked when it was handed to the API for the first time
 * @param accepted when the API had accepted it
 */
record Sent(String id, String agent, int number, Instant asked, Instant accepted) {}
