package dev.orc.lab.standin;

/** How the stand-in treats what it is asked; every vendor has its own words for each. */
public enum Mood {
  FINE,
  /** The limit of a window of hours. */
  LIMITED,
  /** The limit of the week. */
  WEEKLY_LIMITED,
  /** Too many requests in a short time: no limit of the account. */
  RATE,
  OVERLOADED,
  UNAUTHORIZED,
  OUT_OF_CREDIT,
  BROKEN,
  /** Takes the request and says nothing until the mood changes. */
  HANGING;

  boolean isLimit() {
    return this == LIMITED || this == WEEKLY_LIMITED;
  }
}
