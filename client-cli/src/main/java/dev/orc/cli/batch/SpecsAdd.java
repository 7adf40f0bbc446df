package dev.orc.cli.batch;

import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;

/**
 * Asks for the projects of specs to be worked on as a batch.
 *
 * @param batch its name; null for the queue of the host
 * @param start what all of them have in common; its spec counts for nothing
 */
public record SpecsAdd(
    String id, String by, String batch, SpecsRequest specs, StartRequest start, BatchWish wish) {}
