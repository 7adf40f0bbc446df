/** The host view: what is true of the agents right now, and the answer when that is news. */
package dev.orc.activities.agent.watch;
