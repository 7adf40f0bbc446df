package dev.orc.workflows.model;

/** Why an orchestration failed; each kind is treated in its own way. */
public enum FailureKind {
  /** The account's usage limit: waited for, and not a try. */
  LIMIT,
  /** Not complete within its time. */
  TIMEOUT,
  /** Branches that do not merge. */
  CONFLICT,
  /** The spec's own commands do not pass. */
  VERIFICATION,
  /** Agents that end again and again. */
  CRASH_LOOP,
  /** The host or its worker was away, or the run was ended from outside: not a try. */
  HOST_LOST,
  /** The spec or the project can not be started as it is: never tried again. */
  BAD_SPEC,
  /** The lead itself said that it can not be done. */
  REPORTED,
  /** Anything else, as a full disk. */
  OTHER
}
