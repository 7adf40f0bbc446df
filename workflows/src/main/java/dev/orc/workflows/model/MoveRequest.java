package dev.orc.workflows.model;

/**
 * Asks for another place in the order of a batch; exactly one of the three is given.
 *
 * @param item its id, its name or its project's slug
 * @param priority its new priority
 * @param before the item that it is to be started before
 * @param last whether it goes to the end
 */
public record MoveRequest(
    String id, String by, String item, Integer priority, String before, boolean last) {}
