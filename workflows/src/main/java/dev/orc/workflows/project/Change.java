package dev.orc.workflows.project;

import java.util.Locale;

/**
 * What an orchestration does otherwise than one that began before; each has a marker of its own in
 * the history, in this order. Whoever adds one adds it at the end, with histories of the edition
 * before (`scripts/record-histories`).
 */
enum Change {
  /** Whoever was cut off is told to go on, always, until it does. */
  SAYS_GO_ON,
  /** A life that goes on with its conversation gets no brief; the first restart comes at once. */
  RESUMES_CONVERSATIONS,
  /** Nothing comes to a new life before its brief. */
  BRIEFS_FIRST,
  /** A watch's answer that brings news is no haste, however soon it comes. */
  NEWS_IS_NO_HASTE,
  /** A completion file that is written anew is a claim anew; who is blocked is not done. */
  LAST_WORD_COUNTS,
  /** A worktree that is gone is made again, from its branch. */
  MAKES_WORKTREES_AGAIN,
  /** When nobody works any more, what was committed last is brought in too. */
  LOOKS_AGAIN_AT_THE_END,
  /** How an orchestration ended is told to people. */
  TELLS_ENDS,
  /** A message that a half-typed text keeps waiting becomes a person's after a while. */
  TELLS_OF_DRAFTS,
  /** A "go on" that was taken before the limit was over, and is told of only now, is said again. */
  OLD_WORDS_ARE_SAID_AGAIN;

  String marker() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
