package dev.orc.workflows.model;

/** Answers an open authorization. */
public record AuthorizeRequest(
    String id, String by, String authorization, boolean granted, String note) {}
