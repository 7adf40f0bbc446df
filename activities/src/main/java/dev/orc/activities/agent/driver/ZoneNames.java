package dev.orc.activities.agent.driver;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/** Time zones as programs print them. Pure. */
final class ZoneNames {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("UTC", "UTC"),
          Map.entry("GMT", "UTC"),
          Map.entry("ET", "America/New_York"),
          Map.entry("EST", "America/New_York"),
          Map.entry("EDT", "America/New_York"),
          Map.entry("CT", "America/Chicago"),
          Map.entry("CST", "America/Chicago"),
          Map.entry("CDT", "America/Chicago"),
          Map.entry("MT", "America/Denver"),
          Map.entry("MST", "America/Denver"),
          Map.entry("MDT", "America/Denver"),
          Map.entry("PT", "America/Los_Angeles"),
          Map.entry("PST", "America/Los_Angeles"),
          Map.entry("PDT", "America/Los_Angeles"),
          Map.entry("BST", "Europe/London"),
          Map.entry("CET", "Europe/Berlin"),
          Map.entry("IST", "Asia/Kolkata"),
          Map.entry("JST", "Asia/Tokyo"));

  private ZoneNames() {}

  /**
   * The zone that the match names in its groups {@code zone} or {@code short}, else the usual one.
   *
   * @throws DateTimeException for one in brackets that nobody knows
   */
  static ZoneId zone(Matcher match, ZoneId usual) {
    String given = match.group("zone");
    if (given != null) {
      String known = SHORT.get(given.strip().toUpperCase(Locale.ROOT));
      return ZoneId.of(known == null ? given.strip() : known);
    }
    String brief = match.group("short");
    String known = brief == null ? null : SHORT.get(brief.toUpperCase(Locale.ROOT));
    return known == null ? usual : ZoneId.of(known);
  }
}
