package dev.orc.workflows.batch;

import dev.orc.workflows.model.BatchSettings;

/**
 * What a batch starts with.
 *
 * @param name as {@code orc queue} calls it
 * @param state what an earlier run carried over; null at its beginning
 */
public record BatchInput(String name, String host, BatchSettings settings, BatchState state) {}
