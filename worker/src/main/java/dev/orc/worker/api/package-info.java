/** The HTTP API of the worker, on the loopback address. */
package dev.orc.worker.api;
