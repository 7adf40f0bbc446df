package dev.orc.activities.plan.team;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account with the agents' vendor carries; it caps the team. */
public enum AccountPlan {
  PRO(3, "2 to 3"),
  MAX5(5, "3 to 4"),
  MAX20(8, "5 to 6"),
  /** Paid by use: the host is the limit. */
  CONSOLE(0, "10 and more");

  /** What is taken when nobody says. */
  public static final AccountPlan USUAL = MAX5;

  private final int most;
  private final String recommended;

  AccountPlan(int most, String recommended) {
    this.most = most;
    this.recommended = recommended;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many roles it carries; 0 when it sets no limit. */
  public int most() {
    return most;
  }

  /** How many roles go well with it, in words. */
  public String recommended() {
    return recommended;
  }

  int cap() {
    return most == 0 ? Integer.MAX_VALUE : most;
  }

  public static Optional<AccountPlan> named(String text) {
    return Stream.of(values())
        .filter(plan -> plan.word().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
