/**
 * {@code orc agents check} and {@code record}: what a driver reads of recorded screens and hook
 * payloads, and of the program itself. Runs without a worker, in a process of its own.
 */
package dev.orc.activities.agent.check;
