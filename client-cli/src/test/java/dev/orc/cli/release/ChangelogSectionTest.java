package dev.orc.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangelogSectionTest {
  private final ChangelogSection section = new ChangelogSection("v2", "neu – ß");

  private String into(String changelog) {
    byte[] bytes = section.into(changelog.getBytes(StandardCharsets.UTF_8));
    return new String(bytes, StandardCharsets.UTF_8).replace("\r", "~").replace("\n", "|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "# Log|Words.||## v1||- ö|;# Log|Words.||## v2||- neu – ß||## v1||- ö|",
        "# Log||## Unreleased||- old|;# Log||## Unreleased||## v2||- neu – ß|- old|",
        "# Log||## [Unreleased]||### Added||- old|;"
            + "# Log||## [Unreleased]||## v2||- neu – ß||### Added||- old|",
        "## Unreleased||## v1||- a|;## Unreleased||## v2||- neu – ß||## v1||- a|",
        "# Log|;# Log||## v2||- neu – ß|",
        "# Log||Words|;# Log||## v2||- neu – ß||Words|",
        "```|## no|```|## v1|;```|## no|```|## v2||- neu – ß||## v1|",
        "# Log~|~|## v1~|;# Log~|~|## v2~|~|- neu – ß~|~|## v1~|",
      })
  void goesOnTopOfTheNewestVersion(String before, String after) {
    assertThat(into(before.replace("~", "\r").replace("|", "\n"))).isEqualTo(after);
  }

  @Test
  void losesNoByteOfAnyEncoding() {
    byte[] latin = "# Log\n\n## v1\n\n- gr\u00fc\u00df\n".getBytes(StandardCharsets.ISO_8859_1);
    String after = new String(section.into(latin), StandardCharsets.ISO_8859_1);
    assertThat(after).endsWith("## v1\n\n- gr\u00fc\u00df\n");
  }
}
