package dev.orc.workflows.model;

/**
 * What one role came to in one orchestration that is over.
 *
 * @param driver of the program that filled it
 * @param lives how many its agent had: 1 when it never died
 * @param done whether it had reported its work done
 * @param tokens that its last life used, as its program counts; 0 where it does not say
 */
public record RoleRun(
    String role, String driver, int lives, int commits, boolean done, long tokens) {
  public RoleRun withTokens(long used) {
    return new RoleRun(role, driver, lives, commits, done, used);
  }
}
