package dev.orc.activities.config;

/**
 * Which Temporal.
 *
 * @param address {@code host:port} of one that runs; null when orc looks for one or provides it
 * @param namespace {@code default} by default
 * @param port where a provided one listens; 0 for the usual
 */
public record TemporalSettings(String address, String namespace, int port) {
  public static final TemporalSettings DEFAULTS = new TemporalSettings(null, "default", 0);
}
