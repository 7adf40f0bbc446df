package dev.orc.activities.scripted;

/** What a playbook can let an agent do, with how many words must follow. */
enum PlaybookVerb {
  BUSY("busy", 1, 1, "DURATION"),
  SAY("say", 1, 1, "TEXT"),
  WRITE("write", 2, 2, "FILE TEXT"),
  COMMIT("commit", 1, 1, "MESSAGE"),
  RUN("run", 1, 50, "PROGRAM ARGUMENT…"),
  SEND("send", 2, 2, "ROLE TEXT"),
  REPORT("report", 2, 2, "KIND TEXT"),
  REPORT_FROM_OLD_LIFE("report-from-old-life", 2, 2, "KIND TEXT"),
  WAIT_FOR("wait-for", 1, 3, "FILE [within DURATION]"),
  ASK("ask", 1, 1, "TEXT"),
  LIMIT("limit", 3, 3, "TEXT for DURATION"),
  HANG("hang", 0, 0, ""),
  CRASH("crash", 1, 1, "STATUS"),
  KILL_SELF("kill-self", 0, 0, ""),
  EXIT("exit", 1, 1, "STATUS");

  final String word;
  final int fewest;
  final int most;
  final String usage;

  PlaybookVerb(String word, int fewest, int most, String usage) {
    this.word = word;
    this.fewest = fewest;
    this.most = most;
    this.usage = usage;
  }

  /** The verb of that name; null when there is none. */
  static PlaybookVerb named(String word) {
    for (PlaybookVerb verb : values()) {
      if (verb.word.equals(word)) {
        return verb;
      }
    }
    return null;
  }
}
