/** Starting, asking and telling orchestrations over Temporal. */
package dev.orc.worker.orchestration;
