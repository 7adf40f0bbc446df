package dev.orc.workflows.model;

/**
 * When a check-in is due; exactly one of the four is given.
 *
 * @param inMinutes once, so many minutes from now
 * @param everyMinutes again and again
 * @param daily a time of day, {@code 09:00}
 * @param cron five fields: minute, hour, day, month, weekday
 * @param zone the zone that {@code daily} and {@code cron} are read in
 */
public record Schedule(
    Integer inMinutes, Integer everyMinutes, String daily, String cron, String zone) {
  public Schedule {
    int given = 0;
    for (Object one : new Object[] {inMinutes, everyMinutes, daily, cron}) {
      given += one == null ? 0 : 1;
    }
    if (given != 1) {
      throw new IllegalArgumentException(
          "a schedule is one of: in minutes, every minutes, daily, cron");
    }
    if (inMinutes != null && inMinutes < 0 || everyMinutes != null && everyMinutes < 1) {
      throw new IllegalArgumentException("minutes of a check-in must be positive");
    }
  }

  public static Schedule in(int minutes) {
    return new Schedule(minutes, null, null, null, null);
  }

  public static Schedule every(int minutes) {
    return new Schedule(null, minutes, null, null, null);
  }

  /** Whether it ends with its first time. */
  public boolean once() {
    return inMinutes != null;
  }

  @Override
  public String toString() {
    if (inMinutes != null) {
      return "in " + inMinutes + " min";
    }
    if (everyMinutes != null) {
      return "every " + everyMinutes + " min";
    }
    return daily != null ? "daily " + daily + " " + zone : "cron " + cron + " " + zone;
  }
}
