package dev.orc.worker.metrics;

/** Prometheus' text format, being written. Not thread-safe. */
public final class PrometheusText {
  private final StringBuilder text = new StringBuilder();

  public void family(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  /**
   * @param labels as {@code state="ready"}; empty for none
   */
  public void sample(String name, String labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    text.append(' ').append(whole ? String.valueOf((long) value) : String.valueOf(value));
    text.append('\n');
  }

  public void gauge(String name, String help, double value) {
    family(name, "gauge", help);
    sample(name, "", value);
  }

  public void counter(String name, String help, double value) {
    family(name, "counter", help);
    sample(name, "", value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
