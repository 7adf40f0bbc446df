/**
 * What the worker counts, as Prometheus reads it. Counts and times enter where things happen
 * ({@link dev.orc.worker.metrics.DeliveryMetrics} by the activities' interceptor, updates by {@code
 * Telling}), Temporal's SDK reports its own through the scope that its stubs get; all leave as the
 * text of {@code GET /metrics}. Begin with {@link dev.orc.worker.metrics.Metrics}.
 */
package dev.orc.worker.metrics;
