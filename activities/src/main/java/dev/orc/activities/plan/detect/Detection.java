package dev.orc.activities.plan.detect;

import java.util.List;

/**
 * What a project was found to be.
 *
 * @param type its word
 * @param confidence from 0 to 1; 1 when the spec says it
 * @param reasons what it was told by, the strongest first, one line each
 */
public record Detection(String type, double confidence, List<String> reasons) {
  public Detection {
    reasons = List.copyOf(reasons);
  }
}
