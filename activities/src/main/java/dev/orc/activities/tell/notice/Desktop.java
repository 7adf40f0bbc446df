package dev.orc.activities.tell.notice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Shows a notice on the desktop: {@code notify-send}, or on macOS {@code osascript}. Immutable. */
final class Desktop implements Sink {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final List<String> MAC =
      List.of(
          "osascript",
          "-e",
          "on run argv",
          "-e",
          "display notification (item 2 of argv) with title (item 1 of argv)",
          "-e",
          "end run");

  private final boolean mac;

  /**
   * @param system as Java calls it
   */
  Desktop(String system) {
    this.mac = system.startsWith("Mac");
  }

  @Override
  public String name() {
    return "desktop";
  }

  @Override
  public void tell(Notice notice) throws IOException, InterruptedException {
    new NoticeCommand(name(), words(notice), Map.of(), WITHIN).tell(notice);
  }

  /** The texts are arguments: nothing in them is looked at by a shell or a script. */
  List<String> words(Notice notice) {
    String body = notice.needs().size() == 1 ? notice.needs().get(0).remedy() : notice.body();
    List<String> texts = List.of(notice.subject(), body == null ? "orc status" : body);
    return mac
        ? concat(MAC, texts)
        : concat(List.of("notify-send", "--app-name=orc", "--urgency=critical", "--"), texts);
  }

  private static List<String> concat(List<String> some, List<String> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }
}
