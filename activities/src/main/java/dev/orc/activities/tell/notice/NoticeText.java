package dev.orc.activities.tell.notice;

import dev.orc.base.files.Bundled;
import dev.orc.base.text.CleanText;
import dev.orc.base.text.Template;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts needs into words, by templates that people can replace. Immutable. */
final class NoticeText {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeText.class);
  private static final int LONGEST_SUBJECT = 160;
  private static final List<String> SINGLE_GAPS =
      List.of("host", "project", "who", "need", "remedy", "at", "story");
  private static final List<String> DIGEST_GAPS = List.of("host", "count", "needs");

  private final String host;
  private final Template single;
  private final Template digest;
  private final Template ended;
  private final Template ends;

  /**
   * @param folders a person's own {@code notice.txt}, {@code digest.txt}, {@code ended.txt} and
   *     {@code ends.txt} lie in its templates
   */
  NoticeText(HostFolders folders, String host) {
    this.host = host;
    this.single = template(folders, "notice.txt", SINGLE_GAPS);
    this.digest = template(folders, "digest.txt", DIGEST_GAPS);
    this.ended = template(folders, "ended.txt", SINGLE_GAPS);
    this.ends = template(folders, "ends.txt", DIGEST_GAPS);
  }

  /** A person's own counts if it can be filled: a notice is never lost for a slip in a template. */
  private static Template template(HostFolders folders, String name, List<String> gaps) {
    Path own = folders.config().resolve("templates").resolve(name);
    try {
      if (Files.isRegularFile(own)) {
        Template template = Template.of(Files.readString(own));
        Map<Integer, String> unknown = template.unknown(gaps);
        if (unknown.isEmpty()) {
          return template;
        }
        unknown.forEach(
            (line, gap) ->
                LOG.warn("{}:{}: nothing is called {}; the gaps are {}", own, line + 1, gap, gaps));
      }
    } catch (IOException e) {
      LOG.warn("{} can not be read, the usual text is used: {}", own, e.getMessage());
    }
    return Template.of(Bundled.text(NoticeText.class, name));
  }

  /** One notice about all of them. */
  Notice of(List<Need> needs) {
    String id =
        UUID.nameUUIDFromBytes(
                needs.stream()
                    .map(NoticeBook::key)
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8))
            .toString();
    return needs.size() == 1 ? single(id, needs.get(0)) : digest(id, needs);
  }

  private Notice single(String id, Need need) {
    String subject = CleanText.oneLine("[orc] " + who(need) + ": " + need.what(), LONGEST_SUBJECT);
    Template text = need.kind() == Need.Kind.END ? ended : single;
    return new Notice(id, subject, text.filled(values(need)), List.of(need));
  }

  private Notice digest(String id, List<Need> needs) {
    boolean over = needs.stream().allMatch(need -> need.kind() == Need.Kind.END);
    String what = over ? " orchestrations have ended on " : " things need you on ";
    String subject = "[orc] " + needs.size() + what + host;
    String lines =
        needs.stream()
            .map(need -> "- " + who(need) + ": " + clean(need.what()) + "\n    " + remedy(need))
            .collect(Collectors.joining("\n"));
    Map<String, String> values =
        Map.of("host", host, "count", String.valueOf(needs.size()), "needs", lines);
    return new Notice(id, subject, (over ? ends : digest).filled(values), needs);
  }

  private Map<String, String> values(Need need) {
    return Map.of(
        "host", host,
        "project", clean(need.project()),
        "who", who(need),
        "need", clean(need.what()),
        "remedy", remedy(need),
        "at", String.valueOf(need.at()),
        "story", need.story() == null ? "" : "\n" + CleanText.forTerminal(need.story()) + "\n");
  }

  private static String who(Need need) {
    return clean(need.role() == null ? need.project() : need.project() + ":" + need.role());
  }

  private static String remedy(Need need) {
    return need.remedy() == null ? "orc status" : clean(need.remedy());
  }

  private static String clean(String text) {
    return text == null ? "" : CleanText.oneLine(text);
  }
}
