/** The end of agents' lives: every process that belongs to one ends with it. */
package dev.orc.activities.host.life;
