/** What the worker counts, as Prometheus reads it. */
package dev.orc.worker.metrics;
