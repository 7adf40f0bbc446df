package dev.orc.activities.plan.config;

/**
 * Which Temporal.
 *
 * @param address {@code host:port} of one that runs; null when orc looks for one or provides it
 * @param namespace {@code default} by default
 * @param port where a provided one listens; 0 for the usual
 * @param acceptsUnsealed whether runs from before there were seals are still served
 */
public record TemporalSection(String address, String namespace, int port, boolean acceptsUnsealed) {
  public static final TemporalSection DEFAULTS = new TemporalSection(null, "default", 0, false);
}
