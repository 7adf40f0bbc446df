package dev.orc.workflows.project;

import dev.orc.workflows.model.BrokenTurn.Kind;
import java.time.Instant;

/**
 * That an agent was cut off in its work and is told to go on until it does. Its mail waits
 * meanwhile.
 *
 * @param text what its program said of it; null when nothing
 * @param brokenAt by which the host knows the turn that broke off; null when it told of none
 * @param said how often it was told to go on, in vain so far
 * @param spoken whether it was told since it was cut off last
 * @param sayAt when it is told next; null when only a person can help
 * @param heardAt when it took that word; null when it has not since it was cut off last
 * @param wentOnAt when it went on; null as long as it has not
 * @param told whether people know
 */
record CutOff(
    Kind kind,
    String text,
    Instant since,
    Instant brokenAt,
    int said,
    boolean spoken,
    Instant sayAt,
    Instant heardAt,
    Instant wentOnAt,
    boolean told) {

  static CutOff now(
      Kind kind, String text, Instant since, Instant brokenAt, int said, Instant sayAt) {
    return new CutOff(kind, text, since, brokenAt, said, false, sayAt, null, null, false);
  }

  boolean open() {
    return wentOnAt == null;
  }

  /** The host knows the turn by that time. */
  CutOff knownBy(Instant broken) {
    return new CutOff(kind, text, since, broken, said, spoken, sayAt, heardAt, wentOnAt, told);
  }

  CutOff sayAt(Instant at) {
    return new CutOff(kind, text, since, brokenAt, said, spoken, at, heardAt, wentOnAt, told);
  }

  /** It is told now; should nothing come of it, again at that time. */
  CutOff spoken(Instant again) {
    return new CutOff(kind, text, since, brokenAt, said + 1, true, again, null, null, told);
  }

  CutOff heard(Instant at, Instant again) {
    return new CutOff(kind, text, since, brokenAt, said, spoken, again, at, wentOnAt, told);
  }

  CutOff wentOn(Instant at) {
    return new CutOff(kind, text, since, brokenAt, said, spoken, null, heardAt, at, told);
  }

  CutOff toldPeople() {
    return new CutOff(kind, text, since, brokenAt, said, spoken, sayAt, heardAt, wentOnAt, true);
  }
}
