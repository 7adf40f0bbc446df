/** Agents on this host: their launch, what is brought to them, their end. */
package dev.orc.activities.agent;
