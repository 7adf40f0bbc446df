package dev.orc.activities.plan.analysis;

/**
 * What came of asking once: an answer, or what went wrong.
 *
 * @param text what the program printed, as far as it is known; may be empty
 * @param fault what went wrong, in one line; null when there is an answer
 * @param hopeless whether asking again can not help
 */
record Said(String text, String fault, boolean hopeless) {
  static Said answer(String text) {
    return new Said(text, null, false);
  }

  static Said failed(String text, String fault) {
    return new Said(text, fault, false);
  }

  static Said hopeless(String fault) {
    return new Said("", fault, true);
  }
}
