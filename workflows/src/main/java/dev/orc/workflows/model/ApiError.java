package dev.orc.workflows.model;

import java.util.List;

/**
 * What the worker's API answers when it can not do what was asked.
 *
 * @param exit the exit code for a command line: 1 failed, 2 usage, 3 not found, 4 no server, 5
 *     refused
 * @param error what is wrong, in one line
 * @param remedy what to do about it, in one line
 * @param more what is wrong besides, one line each
 */
public record ApiError(int exit, String error, String remedy, List<String> more) {
  public ApiError {
    more = more == null ? List.of() : List.copyOf(more);
  }

  public ApiError(int exit, String error, String remedy) {
    this(exit, error, remedy, List.of());
  }
}
