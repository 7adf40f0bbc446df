/** Temporal's web UI for its owner alone: a door in front of it, and eyes for what is sealed. */
package dev.orc.worker.ui;
