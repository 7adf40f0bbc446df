package dev.orc.activities.detect;

/** What a project may have that wants a role of its own. */
public enum Trait {
  DATABASE,
  SENSITIVE,
  WATCHED
}
