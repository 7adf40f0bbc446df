/** Finding a Temporal, or running one on this host. */
package dev.orc.worker.temporal;
