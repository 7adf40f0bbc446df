/** Handing over what was said while the worker was down. */
package dev.orc.worker.outbox;
