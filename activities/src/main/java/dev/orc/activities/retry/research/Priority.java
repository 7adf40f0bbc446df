package dev.orc.activities.retry.research;

import java.util.Locale;

/** How much a finding matters to the next try, the most first. */
enum Priority {
  HIGH,
  MEDIUM,
  LOW;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
