package dev.orc.workflows.policy;

import java.util.Optional;

/**
 * What an agent may ask of orchestrations, beyond reading. Whatever is not named here a person asks
 * for.
 */
public final class AgentRights {
  private AgentRights() {}

  /** What is asked. */
  public enum Deed {
    SEND("write"),
    REPORT("report"),
    CHECK_IN("ask for check-ins"),
    AUTHORIZE("authorize"),
    CHANGE_TEAM("change a team");

    private final String words;

    Deed(String words) {
      this.words = words;
    }
  }

  /**
   * Why it may not; empty when it may.
   *
   * @param own whether it is asked of the agent's own project
   * @param leads whether the agent leads that project's team
   */
  public static Optional<String> refusal(Deed deed, boolean own, boolean leads) {
    return switch (deed) {
      case SEND -> Optional.empty();
      case REPORT, CHECK_IN, AUTHORIZE -> own ? Optional.empty() : elsewhere(deed);
      case CHANGE_TEAM -> {
        if (!own) {
          yield elsewhere(deed);
        }
        yield leads ? Optional.empty() : Optional.of("only the lead of a team may change it");
      }
    };
  }

  private static Optional<String> elsewhere(Deed deed) {
    return Optional.of("an agent may " + deed.words + " in its own project only");
  }
}
