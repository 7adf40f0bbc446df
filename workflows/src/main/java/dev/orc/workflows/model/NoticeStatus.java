package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * A need that people were told of, or are still to be told of.
 *
 * @param untold the ways by which it could not be told yet
 */
public record NoticeStatus(Need need, Instant listedAt, List<String> untold) {
  public NoticeStatus {
    untold = List.copyOf(untold);
  }
}
