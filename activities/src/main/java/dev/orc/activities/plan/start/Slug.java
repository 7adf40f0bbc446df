package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.workflows.model.AgentName;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/** The short name of a project. Stateless. */
final class Slug {
  private static final int LONGEST = 48;

  private Slug() {}

  /** The name as it was given, which must be one already. */
  static String given(String name) {
    if (!AgentName.WORD.matcher(name).matches()) {
      throw new Refusal(
          Kind.USAGE,
          "'" + name.replaceAll("\\p{Cntrl}", " ") + "' can not be a project's name",
          "use lower-case letters, digits and hyphens, 48 at most, as " + made(name));
    }
    return name;
  }

  /** A name made from the folder's. */
  static String of(Path folder) {
    return made(folder.getFileName() == null ? "" : folder.getFileName().toString());
  }

  private static String made(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String hyphens = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String begun = hyphens.replaceFirst("^-+", "");
    String slug = begun.substring(0, Math.min(LONGEST, begun.length())).replaceFirst("-+$", "");
    return slug.isEmpty() ? "project" : slug;
  }
}
