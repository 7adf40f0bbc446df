package dev.orc.activities.detect;

import java.util.List;

/**
 * What a project was found to be.
 *
 * @param confidence from 0 to 1; 1 when the spec says it
 * @param reasons what it was told by, the strongest first, one line each
 */
public record Detection(ProjectType type, double confidence, List<String> reasons) {
  public Detection {
    reasons = List.copyOf(reasons);
  }
}
