package dev.orc.activities.plan.spec;

/** The phases of a Spec Kit directory, in the order in which they must be complete before code. */
enum KitPhase {
  SPECIFY("specify", "spec.md", "Specification"),
  PLAN("plan", "plan.md", "Plan"),
  TASKS("tasks", "tasks.md", "Tasks");

  private final String word;
  private final String document;
  private final String heading;

  KitPhase(String word, String document, String heading) {
    this.word = word;
    this.document = document;
    this.heading = heading;
  }

  /** What it is called. */
  String word() {
    return word;
  }

  /** The phase's file name. */
  String document() {
    return document;
  }

  /** What stands above the document where the three are joined. */
  String heading() {
    return heading;
  }

  /** A fault as one that says which phase it keeps from being complete. */
  String incomplete(String fault) {
    return "the phase '" + word + "' is incomplete: " + fault;
  }

  /** How the phase is completed. */
  String remedy(String what) {
    return what + ", or run /speckit." + word + " again";
  }
}
