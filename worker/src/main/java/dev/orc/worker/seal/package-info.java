/** Sealing what goes through Temporal, with a key that only its owner can read. */
package dev.orc.worker.seal;
