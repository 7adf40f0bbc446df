package dev.orc.activities.plan.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.SpecFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables of malformed specs: a name, what is to be said of it, and the thing itself. */
final class MalformedCases {
  /**
   * @param place how the place ends or goes on: {@code 3:7}, {@code plan.md:2}
   */
  record Expected(String place, String fault, String remedy) {
    void in(List<SpecFault> faults, String file) {
      assertThat(faults)
          .anySatisfy(
              said -> {
                assertThat(said.place() + ":")
                    .contains(file + place + (place.endsWith(":") ? "" : ":"));
                assertThat(said.fault()).contains(fault);
                assertThat(said.remedy()).contains(remedy);
              });
    }
  }

  record Case(String name, List<Expected> expected, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private MalformedCases() {}

  static Stream<Case> in(String resource) {
    try (InputStream in = MalformedCases.class.getResourceAsStream(resource)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^== ", -1)).skip(1).map(MalformedCases::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every fault is one line with a place and a remedy, whatever it is. */
  static void wellSaid(List<SpecFault> faults) {
    assertThat(faults).isNotEmpty();
    for (SpecFault fault : faults) {
      assertThat(fault.place()).isNotBlank();
      assertThat(List.of(fault.place(), fault.fault(), fault.remedy()))
          .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("\\p{Cntrl}"));
    }
  }

  private static Case read(String block) {
    List<String> lines = block.lines().toList();
    List<Expected> expected = new ArrayList<>();
    int at = 1;
    for (; lines.get(at).startsWith("at "); at++) {
      expected.add(expected(lines.get(at).substring(3)));
    }
    String text = String.join("\n", lines.subList(at, lines.size()));
    return new Case(lines.get(0), expected, text.stripTrailing() + "\n");
  }

  private static Expected expected(String line) {
    int blank = line.indexOf(' ');
    int arrow = line.lastIndexOf(" -> ");
    return new Expected(
        line.substring(0, blank), line.substring(blank + 1, arrow), line.substring(arrow + 4));
  }
}
