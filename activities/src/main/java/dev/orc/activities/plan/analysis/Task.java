package dev.orc.activities.plan.analysis;

/** What an agent program is asked to do. */
enum Task {
  ANALYZE(
      "analysis",
      "You plan a team of coding agents for the spec below: the project's type and size, the roles,"
          + " the phases of the work, the risks."),
  REFINE(
      "review",
      "You review the team that was planned for the spec below. Keep what is right; take out who is"
          + " not needed, add who is missing, and say why.");

  private final String noun;
  private final String words;

  Task(String noun, String words) {
    this.noun = noun;
    this.words = words;
  }

  String noun() {
    return noun;
  }

  String words() {
    return words;
  }
}
