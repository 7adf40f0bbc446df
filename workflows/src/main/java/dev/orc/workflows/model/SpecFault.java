package dev.orc.workflows.model;

/**
 * What is wrong with a spec.
 *
 * @param place as {@code /home/me/specs/map.json:12:7}
 * @param fault one line
 * @param remedy what would be right, in one line
 */
public record SpecFault(String place, String fault, String remedy) {}
