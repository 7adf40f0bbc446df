/**
 * The built {@code orc} as a whole: the launcher, a worker process, a real Temporal, real tmux,
 * real git, scripted agents. These tests run after the jars have been laid out.
 */
package dev.orc.cli.whole;
