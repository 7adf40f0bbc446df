package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.files.Bundled;
import dev.orc.base.text.Nearest;
import dev.orc.base.text.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a new project may begin with besides its spec: a program of a few lines with a test, by
 * technology. They come with orc and need nothing from elsewhere. Stateless.
 */
final class ProjectTemplates {
  private static final List<String> FILES =
      Bundled.text(ProjectTemplates.class, "templates/index.txt").lines().toList();
  private static final List<String> NAMES =
      FILES.stream().map(file -> file.substring(0, file.indexOf('/'))).distinct().toList();

  /** A file of that name would hide the others from whoever looks after this program. */
  private static final String IGNORED = "gitignore";

  private ProjectTemplates() {}

  /**
   * @param template null for none
   * @throws Refusal when there is none of that name
   */
  static void require(String template) {
    if (template != null && !NAMES.contains(template)) {
      String guess =
          Nearest.to(template, NAMES).map(near -> "did you mean " + near + "? ").orElse("");
      throw new Refusal(
          Kind.USAGE,
          "there is no template '" + template + "'",
          guess + "there are " + String.join(", ", NAMES));
    }
  }

  /**
   * Fills a folder; what is there already stays.
   *
   * @param name of the project
   */
  static void fill(Path folder, String template, String name) throws IOException {
    for (String file : FILES) {
      if (file.startsWith(template + "/")) {
        String text = Bundled.text(ProjectTemplates.class, "templates/" + file);
        String place = file.substring(template.length() + 1);
        Path target = folder.resolve(place.equals(IGNORED) ? ".gitignore" : place);
        Files.createDirectories(target.getParent());
        if (Files.notExists(target)) {
          Files.writeString(target, Template.of(text).filled(Map.of("name", name)));
        }
      }
    }
  }
}
