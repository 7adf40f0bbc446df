package dev.orc.workflows.model;

/** The content of {@link HostFolders#apiFile()}. */
public record ApiAddress(String address, int port, String token, long pid, String version) {}
