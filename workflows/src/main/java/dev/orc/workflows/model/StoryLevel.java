package dev.orc.workflows.model;

/** How much the story of a batch tells: each level tells what the later ones tell too. */
public enum StoryLevel {
  /** Every wait and its reason. */
  DEBUG,
  /** What was added, started and ended. */
  INFO,
  /** What failed and what is done about it. */
  WARNING,
  /** What failed for good. */
  ERROR;

  /** Whether something of this weight is told by a story of that level. */
  public boolean toldBy(StoryLevel story) {
    return compareTo(story) >= 0;
  }
}
