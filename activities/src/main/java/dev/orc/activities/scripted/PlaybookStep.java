package dev.orc.activities.scripted;

import java.util.List;

/**
 * One thing to do.
 *
 * @param words what follows the verb, durations left out
 * @param millis the duration of a verb that has one; 0 otherwise
 */
record PlaybookStep(PlaybookVerb verb, List<String> words, long millis) {}
