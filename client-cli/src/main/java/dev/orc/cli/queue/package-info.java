/**
 * {@code orc queue}, {@code research} and {@code completed}: many projects, and what became of
 * them.
 */
package dev.orc.cli.queue;
