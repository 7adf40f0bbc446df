package dev.orc.activities.plan.detect;

import dev.orc.activities.plan.spec.SpecDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a spec asks for, as one text; what it only mentions besides does not count. Stateless. */
public final class RequestedWords {
  private RequestedWords() {}

  public static String of(Optional<SpecDocument> spec) {
    return spec.map(RequestedWords::of).orElse("");
  }

  private static String of(SpecDocument spec) {
    Stream<String> lists =
        Stream.of(spec.constraints(), spec.requirements(), spec.deliverables(), spec.criteria())
            .flatMap(List::stream);
    return Stream.concat(Stream.of(spec.title(), spec.goal(), spec.target()), lists)
        .collect(Collectors.joining("\n"));
  }
}
