package dev.orc.workflows.model;

/**
 * What became of a test of one way to tell people.
 *
 * @param way email, webhook, desktop or command
 * @param fault why it does not work, in one line; null when it does
 */
public record NoticeTest(String way, String fault) {}
