package dev.orc.workflows.model;

/**
 * What was said while the worker was down: one file of {@link HostFolders#outbox()}. Exactly one of
 * the three is given.
 *
 * @param token of the agent's life that says it; null where a person does
 */
public record Spooled(
    String project, Message message, Report report, CheckInRequest checkIn, String token) {
  /** The same as whoever has that token says it. */
  public Spooled with(String bearer) {
    return new Spooled(project, message, report, checkIn, bearer);
  }

  public static Spooled of(String project, Message message) {
    return new Spooled(project, message, null, null, null);
  }

  public static Spooled of(String project, Report report) {
    return new Spooled(project, null, report, null, null);
  }

  public static Spooled of(String project, CheckInRequest checkIn) {
    return new Spooled(project, null, null, checkIn, null);
  }
}
