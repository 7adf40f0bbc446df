/** Keeps a start that was copied, or a run that is over, from acting on this host once more. */
package dev.orc.worker.gate;
