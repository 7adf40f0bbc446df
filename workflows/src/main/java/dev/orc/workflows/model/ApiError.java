package dev.orc.workflows.model;

/**
 * What the worker's API answers when it can not do what was asked.
 *
 * @param exit the exit code for a command line: 1 failed, 2 usage, 3 not found, 4 no server, 5
 *     refused
 * @param error what is wrong, in one line
 * @param remedy what to do about it, in one line
 */
public record ApiError(int exit, String error, String remedy) {}
